/** Phrases that name what a kind is about, in English and Chinese, the kinds in the order of the standard library. */
export interface KindPhrases {
  readonly kind: string;
  /** Its English words stand in many passages of other kinds too. */
  readonly isWeak?: boolean;
  readonly english?: RegExp;
  readonly chinese?: RegExp;
}

/**
 * Written by hand, from what the terms mean. They stand beside the words learned from CUAD, whose sample has few passages
 * of the rarer categories and none in Chinese, and none at all of the kinds that CUAD has no category for.
 */
export const KIND_PHRASES: readonly KindPhrases[] = [
  {
    kind: 'grant',
    isWeak: true,
    english: /\b(?:hereby\s+)?grants?\b.{0,40}\b(?:right|permission)\b/i,
    chinese: /授予|授权/,
  },
  {
    kind: 'license',
    isWeak: true,
    english: /\bnon-?\s?exclusive\b.{0,80}\blicen[cs]e|\blicen[cs]es?\s+to\s+(?:use|reproduce|display|market)/i,
    chinese: /(?<!独占|独家|排他|排他性|再|分)(?:使用)?许可(?!证)|非独占|非排他/,
  },
  {
    kind: 'sublicense',
    english: /\b(?:right\s+to|may)\s+(?:grant\s+)?sub-?licen[cs]e/i,
    chinese: /分许可|再许可|转授权|再授权/,
  },
  {
    kind: 'host',
    english: /\bhost(?:ing|ed|s)?\b.{0,60}\b(?:service|server|site|platform|cloud)/i,
    chinese: /托管|部署于|云服务/,
  },
  { kind: 'distribute', english: /\bappoints?\b.{0,80}\bdistributor/i, chinese: /经销|分销|代理销售/ },
  { kind: 'resell', isWeak: true, english: /\bresell(?:er|ing)?\b/i, chinese: /转售/ },
  {
    kind: 'sell_off',
    english: /\bsell(?:ing)?[\s-]off\b|\bremaining\s+(?:inventory|stock)\b/i,
    chinese: /清库|售完|库存/,
  },
  {
    kind: 'exclusive',
    english: /(?<!non-?\s?|not\s)\bexclusiv(?:e|ity|ely)\b|\balone\b|\bno(?:body|\s+one)\s+(?:but|else)\b/i,
    chinese: /独家|排他|专属/,
  },
  {
    kind: 'exclusive_license',
    english: /(?<!non-?\s?|not\s)\bexclusive\b.{0,60}\blicen[cs]e/i,
    chinese: /(?<!非)(?:独占|独家|排他)(?:性)?(?:使用)?许可/,
  },
  { kind: 'sole_license', english: /\bsole\s+licen[cs]e/i, chinese: /排他许可|排他性许可/ },
  {
    kind: 'exclusive_distribution',
    english: /\b(?:exclusive|sole)\b.{0,60}\bdistribut/i,
    chinese: /独家(?:经销|分销|代理)/,
  },
  {
    kind: 'assign_ip',
    english:
      /\b(?:hereby\s+)?(?:assigns?|transfers?)\b.{0,80}\b(?:right,?\s+title|intellectual\s+property|copyright|patent)|\bwork\s+(?:made\s+)?for\s+hire\b/i,
    chinese: /(?:知识产权|著作权|专利权?).{0,12}(?:归.{0,12}所有|转让|归属)/,
  },
  {
    kind: 'requirements',
    english: /\b(?:all|entire|its)\s+(?:of\s+its\s+)?requirements\s+(?:for|of)\b/i,
    chinese: /全部需求|所有需求/,
  },
  {
    kind: 'exclusive_dealing',
    english: /\b(?:solely|exclusively)\s+(?:from|through|with)\b/i,
    chinese: /(?:仅|只)(?:向|从|通过).{0,10}(?:采购|购买)/,
  },
  { kind: 'prohibit', isWeak: true, english: /\b(?:shall|may|will)\s+not\b/i, chinese: /不得|禁止/ },
  {
    kind: 'noncompete',
    english: /\b(?:not|nor|refrain|neither)\b.{0,160}\bcompet(?:e|es|ing|itive|itor|itors)\b|\bnon-?\s?compet/i,
    chinese: /竞业|同业竞争|竞争性(?:产品|业务)|不得.{0,20}竞争/,
  },
  {
    kind: 'no_solicit_customers',
    english:
      /\b(?:solicit|induc|persuad|entic|divert|interfer)\w*\b.{0,120}\b(?:customer|client|supplier|vendor|account)s?\b/i,
    chinese: /(?:招揽|拉拢|引诱|游说).{0,10}(?:客户|顾客|供应商)/,
  },
  {
    kind: 'no_solicit_employees',
    english: /\b(?:solicit|hire|recruit|employ|induc|entic)\w*\b.{0,120}\b(?:employee|personnel|staff|consultant)s?\b/i,
    chinese: /(?:招揽|雇用|雇佣|聘用|挖角).{0,10}(?:员工|雇员|人员)/,
  },
  {
    kind: 'no_disparagement',
    english: /\bdisparag|\bderogat|\bdefam|\bdisrepute\b/i,
    chinese: /诋毁|贬损|损害.{0,6}(?:声誉|名誉|商誉)/,
  },
  {
    kind: 'no_assignment',
    english: /\b(?:not|neither|no)\b.{0,60}\bassign(?:ed|ment|able)?\b|\bassign\b.{0,80}\bwithout\b.{0,40}\bconsent\b/i,
    chinese: /(?:未经|不得).{0,20}(?:转让|让与)/,
  },
  {
    kind: 'no_challenge',
    english:
      /\b(?:not|never|no)\b.{0,80}\b(?:contest|challenge|attack|dispute|sue|oppose)\b|\bcovenant\s+not\s+to\s+sue\b|\bvalidity\b/i,
    chinese: /不(?:得)?(?:质疑|异议|起诉|挑战)|不争/,
  },
  {
    kind: 'confidentiality',
    english: /\bconfidential(?:ity)?\b|\bnon-?\s?disclosure\b/i,
    chinese: /保密|机密/,
  },
  {
    kind: 'commit',
    isWeak: true,
    english: /\bcommit(?:s|ted|ment)?\b|\bat\s+least\b|\bno\s+(?:less|fewer)\s+than\b/i,
    chinese: /承诺|至少|不少于/,
  },
  {
    kind: 'purchase',
    isWeak: true,
    english: /\b(?:shall|will|must|agrees?\s+to|contracted\s+to|commit\w*\s+to)\s+(?:purchase|buy)\b/i,
    chinese: /(?:应|须|同意)(?:向.{0,10})?(?:购买|采购)/,
  },
  {
    kind: 'minimum',
    english: /\bminimum\b|\bat\s+least\b|\bno\s+(?:less|fewer)\s+than\b/i,
    chinese: /最低|最少|保底|不低于|不少于/,
  },
  { kind: 'pay', isWeak: true, english: /\b(?:shall|will|agrees?\s+to)\s+pay\b|\bpayable\b/i, chinese: /支付|付款/ },
  {
    kind: 'revenue_share',
    english:
      /\b(?:royalt|commission|revenue\s+shar|profit\s+shar|percent\w*\s+of\s+(?:the\s+)?(?:net|gross))|\b(?:net|gross)\s+(?:revenue|sales|profit)s?\b/i,
    chinese: /分成|分享收益|提成|佣金|版税|特许权使用费/,
  },
  {
    kind: 'deliver',
    isWeak: true,
    english: /\b(?:shall|will)\s+(?:deliver|supply|provide|furnish)\b/i,
    chinese: /交付|交货|提供/,
  },
  {
    kind: 'escrow',
    english: /\bescrow\b|\bsource\s+code\b|\bdeposit\s+materials?\b/i,
    chinese: /源代码|第三方托管|提存/,
  },
  { kind: 'insure', english: /\binsur(?:e|ance|ed|er)\b/i, chinese: /保险|投保/ },
  {
    kind: 'transition_services',
    isWeak: true,
    english:
      /\b(?:upon|after|following|on)\s+(?:the\s+)?(?:expiration|termination|expiry)\b|\btransition(?:al)?\b|\bwind[\s-]down\b/i,
    chinese: /(?:终止|期满|届满|解除)(?:后|之日起)|过渡期/,
  },
  {
    kind: 'allow_audit',
    english: /\baudit|\binspect\b|\bbooks\s+(?:of\s+account|and\s+records)\b/i,
    chinese: /审计|查阅|账簿|核查/,
  },
  {
    kind: 'warrant',
    english:
      /\bwarrant(?:y|ies|s|ed)?\b.{0,120}\b(?:period|days|months|years?)\b|\bdefects?\s+in\s+(?:materials?|workmanship)\b/i,
    chinese: /保修|质保|质量保证期/,
  },
  {
    kind: 'rofr',
    english: /\bfirst\s+(?:right\s+of\s+)?refusal\b|\bright\s+of\s+first\b|\bmatch\b.{0,30}\boffer\b/i,
    chinese: /优先(?:购买|受让|承租|认购)权|同等条件下/,
  },
  {
    kind: 'rofo',
    english: /\b(?:right\s+(?:of|to)\s+)?first\s+(?:right\s+(?:of|to)\s+)?offer\b/i,
    chinese: /优先要约权|首先.{0,6}要约/,
  },
  {
    kind: 'rofn',
    english: /\b(?:right\s+(?:of|to)\s+)?first\s+(?:right\s+(?:of|to)\s+)?negotiat/i,
    chinese: /优先(?:谈判|协商)权/,
  },
  {
    kind: 'option',
    isWeak: true,
    english: /\b(?:exclusive\s+)?options?\s+to\b|\bexercise\b.{0,30}\boption\b/i,
    chinese: /选择权|期权/,
  },
  {
    kind: 'mfn',
    english: /\bmost[\s-]favou?red\b|\b(?:as|no\s+less|more)\s+favou?rable\b|\blowest\s+price\b/i,
    chinese: /最惠|最优惠|不(?:低|劣|逊)于.{0,12}(?:第三方|其他)/,
  },
  {
    kind: 'consent',
    isWeak: true,
    english:
      /\b(?:nothing|notwithstanding|except|exception|provided,?\s+however)\b.{0,200}\b(?:may|permitted|allowed|not\s+(?:be\s+)?(?:restrict|prohibit|prevent))|\bshall\s+not\s+(?:be\s+)?(?:restrict|prohibit|prevent|preclude)/i,
    chinese: /不受.{0,8}限制|不视为违反|除外/,
  },
  { kind: 'waiver', isWeak: true, english: /\bwaives?\b|\bwaiver\b/i, chinese: /放弃/ },
  {
    kind: 'equity',
    english: /\bshares?\s+of\s+(?:common|preferred)\b|\bowns?\b.{0,40}\bstake\b|\bequity\s+interest\b/i,
    chinese: /股权|股份|持股/,
  },
  { kind: 'invest', english: /\binvest(?:s|ed|ment)?\b/i, chinese: /投资|出资/ },
  { kind: 'tranche', english: /\btranche|\binstal?lments?\b/i, chinese: /分期|首期|第[一二三四五六]期/ },
  { kind: 'joint_ip', english: /\bjoint(?:ly)?\s+own|\bjoint\s+owners/i, chinese: /共同(?:所有|拥有|享有)|共有/ },
  {
    kind: 'volume_limit',
    english: /\bno(?:t)?\s+(?:more|exceed)\w*\b|\bup\s+to\b|\bmaximum\b|\bin\s+excess\s+of\b/i,
    chinese: /不超过|最多|上限/,
  },
  {
    kind: 'price_restriction',
    english:
      /\b(?:increase|raise|change|reduce|maximum|minimum)\b.{0,60}\bprices?\b|\bprices?\b.{0,60}\b(?:increase|exceed|cap)/i,
    chinese: /(?:价格|售价).{0,12}(?:不得|上调|涨|调整|最低|最高)/,
  },
  {
    kind: 'liability_cap',
    english:
      /\b(?:in\s+no\s+event|not\s+be\s+liable|aggregate\s+liability|limitation\s+of\s+liability|consequential|incidental\s+damages)\b/i,
    chinese: /责任.{0,12}(?:不超过|以.{0,12}为限|限于|上限)|间接损失/,
  },
  {
    kind: 'uncapped_liability',
    english:
      /\b(?:except|other\s+than|exclud\w+|notwithstanding)\b.{0,160}\b(?:indemnif|gross\s+negligence|willful|confidential)/i,
    chinese: /(?:不适用|不受).{0,16}责任(?:限制|上限)|无限责任/,
  },
  {
    kind: 'liquidated_damages',
    english: /\bliquidated\s+damages\b|\b(?:termination|cancellation)\s+fee\b|\bpenalt/i,
    chinese: /违约金|滞纳金/,
  },
  { kind: 'beneficiary', english: /\bthird[\s-]party\s+beneficiar/i, chinese: /第三方受益人|受益第三人/ },
  { kind: 'document', chinese: /^.{0,30}(?:合同|协议|协议书)(?:书)?$/ },
  {
    kind: 'parties',
    isWeak: true,
    english: /\bby\s+and\s+between\b|\bhereinafter\b|\breferred\s+to\s+as\b/i,
    chinese: /^\s*(?:甲|乙|丙|丁)方\s*[:：（(]|以下简称/,
  },
  {
    kind: 'agreement_date',
    isWeak: true,
    english: /\bdated\b|\bmade\s+(?:and\s+entered\s+into\s+)?(?:as\s+of|this)\b/i,
    chinese: /签订日期|签署日期|签订于/,
  },
  { kind: 'effective_date', english: /\beffective\s+date\b|\bcommence\b/i, chinese: /生效/ },
  {
    kind: 'expiration',
    english:
      /\b(?:initial\s+)?term\s+of\s+this\s+agreement\b|\bexpir(?:e|es|ation)\b|\bcontinue\s+(?:in\s+(?:full\s+)?force|until|for)\b/i,
    chinese: /有效期|期限为|至.{0,16}(?:止|届满)/,
  },
  { kind: 'renewal', english: /\brenew(?:al|ed|s)?\b|\bautomatically\s+extend/i, chinese: /续(?:期|约|展)|自动延/ },
  {
    kind: 'termination_right',
    english:
      /\bterminate\s+this\s+agreement\b|\bterminat\w+\b.{0,60}\b(?:for\s+any\s+reason|without\s+cause|for\s+convenience)\b/i,
    chinese: /(?:有权|可以?).{0,16}(?:终止|解除)/,
  },
  {
    kind: 'change_of_control',
    english: /\bchange\s+(?:of|in)\s+control\b|\bmerger\b|\bconsolidation\b|\ball\s+or\s+substantially\s+all\b/i,
    chinese: /控制权(?:变更|变动)|控股.{0,6}变更/,
  },
  {
    kind: 'governing_law',
    english: /\b(?:govern(?:ed|ing)|constru\w+|jurisdiction|arbitration)\b.{0,120}\b(?:laws?|courts?|arbitrat)/i,
    chinese: /适用.{0,16}法律|管辖|仲裁/,
  },
];
