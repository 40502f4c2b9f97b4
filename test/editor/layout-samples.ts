/** Texts that are laid out badly in as many ways as possible. */
export const samples: readonly string[] = [
  'party   Lab,Host\nscope api\n\n\n\n\nscope data\n',
  'deal d(by=Lab){x:license(scope=[api,data,])y:license()}',
  'deal d (by = Lab,\n  to = Host\n) amends   base {}\n',
  'party 甲方，乙方、丙方\ndeal 许可（by＝甲方）｛ 使用： license（scope ＝ all） ｝',
  'reading   r"A text, with （commas）" {scope a in b}\n',
  '// a,b\n/* c , d */ party A // e\n',
  'deal d (by = Lab) {\n     >   [§2]  A quote,  with spaces\n> and more\n x:license()\n}\n',
  'deal d (by = Lab) {\n  x: license(scope = a_very_long_name_of_a_scope, territory = worldwide except [CN, RU], cloud = some_cloud, until = 2030)\n}\n',
  'kind   k permits,excludes(a:money,b:flag=yes)\nexpect   clear   between a.b and c.d\n',
  'party A\r\n\r\n\r\nparty B\n',
  'deal broken (by = {\n  x: license(\n}\nparty   A\n',
  '',
  '\n\n\n',
];
