-- The root and the provinces (GB/T 2260, 31 without Hong Kong, Macao and Taiwan), with the groups of districts and of counties
-- that stand between a municipality and its districts, so that a table of one municipality imports into a new database.
insert into registry.places (id, parent_id, kind, code, path, name, official_name, initials, source)
values ('0193b7a0-0000-7000-8000-000000000000', null, 'Country', '0', '', '全国', '全国', 'QG', 'GB/T 2260');

insert into registry.places (id, parent_id, kind, code, path, name, official_name, initials, source)
select ('0193b7a0-0000-7000-8000-0000000000' || province.code)::uuid, '0193b7a0-0000-7000-8000-000000000000', 'Province', province.code, province.code || '/', province.name, province.name, province.initials, 'GB/T 2260'
  from (values
    ('11', '北京市', 'BJS'), ('12', '天津市', 'TJS'), ('13', '河北省', 'HBS'), ('14', '山西省', 'SXS'), ('15', '内蒙古自治区', 'NMGZZQ'),
    ('21', '辽宁省', 'LNS'), ('22', '吉林省', 'JLS'), ('23', '黑龙江省', 'HLJS'),
    ('31', '上海市', 'SHS'), ('32', '江苏省', 'JSS'), ('33', '浙江省', 'ZJS'), ('34', '安徽省', 'AHS'), ('35', '福建省', 'FJS'), ('36', '江西省', 'JXS'), ('37', '山东省', 'SDS'),
    ('41', '河南省', 'HNS'), ('42', '湖北省', 'HBS'), ('43', '湖南省', 'HNS'), ('44', '广东省', 'GDS'), ('45', '广西壮族自治区', 'GXZZZZQ'), ('46', '海南省', 'HNS'),
    ('50', '重庆市', 'CQS'), ('51', '四川省', 'SCS'), ('52', '贵州省', 'GZS'), ('53', '云南省', 'YNS'), ('54', '西藏自治区', 'XZZZQ'),
    ('61', '陕西省', 'SXS'), ('62', '甘肃省', 'GSS'), ('63', '青海省', 'QHS'), ('64', '宁夏回族自治区', 'NXHZZZQ'), ('65', '新疆维吾尔自治区', 'XJWWEZZQ')
  ) as province (code, name, initials);

insert into registry.places (id, parent_id, kind, code, path, name, official_name, initials, source)
select ('0193b7a0-0000-7000-8000-00000000' || g.code)::uuid, p.id, 'City', g.code, p.path || right(g.code, 2) || '/', g.name, g.name, g.initials, 'GB/T 2260'
  from (values
    ('1101', '北京市（市辖区）', 'BJSSXQ'), ('1201', '天津市（市辖区）', 'TJSSXQ'), ('3101', '上海市（市辖区）', 'SHSSXQ'),
    ('5001', '重庆市（市辖区）', 'CQSSXQ'), ('5002', '重庆市（县）', 'CQSX')
  ) as g (code, name, initials)
  join registry.places p on p.code = left(g.code, 2);
