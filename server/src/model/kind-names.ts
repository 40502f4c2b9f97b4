/**
 * Other names by which lawyers call the standard kinds of clauses: without marks or spaces between their words, in American
 * spelling, in the singular, `no` for `non`.
 */
export const OTHER_NAMES: Readonly<Record<string, string>> = {
  grant: 'permission permit allow',
  license:
    'licensegrant grantoflicense noexclusivelicense notransferablelicense irrevocablelicense perpetuallicense irrevocableorperpetuallicense',
  sublicense: 'sublicensing righttosublicense',
  host: 'hosting hostingright',
  distribute: 'distribution distributor distributionright',
  resell: 'resale reseller reselling',
  sell_off: 'selloffperiod selloffright',
  exclusive: 'exclusivity exclusiveright exclusivegrant exclusivityclause',
  exclusive_license: 'exclusivelicensegrant licenseexclusive',
  sole_license: 'solelicensegrant',
  exclusive_distribution: 'exclusivedistributor exclusivereseller exclusivedistributionright soledistribution',
  assign_ip: 'ipassignment assignmentofip ipownership ipownershipassignment intellectualpropertyassignment workforhire',
  requirements: 'requirementscontract allrequirement',
  exclusive_dealing: 'exclusivepurchase exclusivesupply exclusivesourcing solesource singlesource exclusivepurchasing',
  prohibit: 'prohibition restriction restrict forbid ban mustnot covenantnotto',
  noncompete: 'nocompetition covenantnottocompete competitiverestriction',
  no_solicit_customers: 'nosolicitcustomer nosolicitationofcustomer nosolicitofcustomer',
  no_solicit_employees:
    'nosolicitemployee nosolicitationofemployee nosolicitofemployee nopoach nopoaching nohire nohiring',
  no_disparagement: 'nodisparage',
  no_assignment: 'antiassignment noassign assignmentrestriction restrictiononassignment',
  no_challenge: 'nocontest covenantnottosue',
  confidentiality: 'nda nodisclosure confidential confidentialinformation',
  commit: 'commitment obligation',
  purchase: 'purchasecommitment purchaseobligation buy',
  minimum: 'minimumcommitment minimumpurchase minimumpurchasecommitment minimumorder minimumquantity takeorpay',
  pay: 'payment fee licensefee',
  revenue_share: 'revenuesharing profitshare profitsharing revenueprofitsharing royalty commission',
  deliver: 'delivery supply supplyobligation',
  escrow: 'sourcecodeescrow',
  insure: 'insurance',
  transition_services: 'transition posttermination postterminationservice',
  allow_audit: 'audit auditright righttoaudit',
  warrant: 'warranty warrantyduration',
  rofr: 'firstrefusal rightoffirstrefusal firstrefusalright',
  rofo: 'firstoffer rightoffirstoffer firstofferright',
  rofn: 'firstnegotiation rightoffirstnegotiation firstnegotiationright',
  option: 'purchaseoption optiontopurchase calloption',
  mfn: 'mostfavored mostfavorednation mostfavoredcustomer mostfavoredterm mostfavorednationclause bestprice',
  consent: 'approval',
  waiver: 'waive',
  equity: 'stake shareholding equitystake',
  invest: 'investment',
  joint_ip: 'jointipownership jointownership coownership',
  volume_limit: 'volumerestriction volumecap usagelimit quota cap',
  price_restriction: 'pricecap pricelimit priceprotection',
  liability_cap: 'caponliability limitationofliability liabilitylimit limitedliability',
  uncapped_liability: 'unlimitedliability',
  liquidated_damages: 'penalty',
  beneficiary: 'thirdpartybeneficiary',
  agreement_date: 'dateofagreement signingdate',
  effective_date: 'commencementdate startdate',
  expiration: 'expirationdate expiry expirydate enddate',
  renewal: 'renewalterm autorenewal automaticrenewal noticeperiodtoterminaterenewal',
  termination_right: 'termination terminationforconvenience righttoterminate',
  change_of_control: 'coc changeincontrol',
  governing_law: 'law choiceoflaw applicablelaw jurisdiction',
};

const kindOfName: ReadonlyMap<string, string> = new Map(
  Object.entries(OTHER_NAMES).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind] as const)),
);

/** The name as it stands in the list. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\s_-]/g, '')
    .replace(/licence/g, 'license')
    .replace(/favour/g, 'favor')
    .replace(/^non/, 'no')
    .replace(/ies$/, 'y')
    .replace(/s$/, '');

/** The kind that a name certainly means, among those there are; it is written otherwise, or called so by others. */
export function kindMeant(name: string, kinds: Iterable<string>): string | undefined {
  const written = plain(name);
  const other = kindOfName.get(written);
  for (const kind of kinds) if (kind === other || plain(kind) === written) return kind;
  return undefined;
}
