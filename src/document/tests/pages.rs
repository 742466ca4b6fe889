//! What web pages print above and around a paper, and what their conversions broke, each beside a form that only looks like it.

use super::forms::{issuer, zone};
use super::*;

#[test]
fn a_letterhead_stands_below_the_menus_of_its_page() {
    let paper = "LIÊN ĐOÀN LAO ĐỘNG TỈNH SƠN LA\n\nLIÊN ĐOÀN LAO ĐỘNG HUYỆN MAI SƠN\n\nSố: 9 /KH-LĐLĐ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n\
                 Mai Sơn, ngày 8 tháng 2 năm 2022\n\nKẾ HOẠCH\nTổ chức hội thao\n\nThực hiện Kế hoạch số 7/KH-LĐLĐ của LĐLĐ tỉnh, trên cơ sở Kế \
                 hoạch số 8/KH-LĐLĐ, LĐLĐ huyện xây dựng kế hoạch như sau:\nI. MỤC ĐÍCH\n";
    for page in [
        "TIN NỔI BẬT\n\n<br> KẾ HOẠCH<br> Tổ chức hội thao <br>\n\n",
        "Đăng nhập\n\nKế hoạch 9/KH-LĐLĐ năm 2022 về tổ chức hội thao cho đoàn viên, người lao động do Liên đoàn Lao động huyện Mai Sơn ban hành.\n\n\
         Số hiệu: 9/KH-LĐLĐ Loại văn bản: Kế hoạch\n\n",
        "",
    ] {
        let plan = read(&format!("{page}{paper}"));
        assert_eq!(plan.1.issuer.as_deref(), Some("Liên đoàn Lao động huyện Mai Sơn"), "{page}");
        assert_eq!((number(&plan.1), date(&plan.1).as_deref()), (Some("9/KH-LĐLĐ"), Some("2022-02-08")), "{page}");
        assert_eq!(plan.1.kind.as_deref(), Some("Kế hoạch"), "{page}");
        assert_eq!((zone(&plan, "7/KH"), zone(&plan, "8/KH")), (Zone::Preamble, Zone::Preamble), "{page}");
    }
    let (_, annexed) = read(
        "UBND XÃ MƯỜNG BÚ\nSố: 6/KH-UBND\nKẾ HOẠCH\ntrồng cây\n\nThực hiện Chỉ thị A, UBND xã xây dựng kế hoạch như sau:\n1. Mục đích\n\n\
         UBND XÃ NÀ ỚT\nSố: 5/TTr-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỜ TRÌNH\nxin cây\n",
    );
    assert_eq!((number(&annexed), annexed.kind.as_deref()), (Some("6/KH-UBND"), Some("Kế hoạch")));
}

#[test]
fn a_motto_and_a_title_broken_by_a_column_are_still_none_of_the_organs() {
    let (_, plan) = read(
        "LIÊN ĐOÀN LAO ĐỘNG\nTỈNH SƠN LA\n-------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n|\nSố: 6/KH-LĐLĐ\n|\n\
         Sơn\nLa, ngày 8 tháng 2 năm 2022\n|\nKẾ HOẠCH\nTRỒNG CÂY\nCăn cứ Chỉ thị A;\n",
    );
    assert_eq!(plan.issuer.as_deref(), Some("Liên đoàn Lao động tỉnh Sơn La"));
    let (_, rules) = read(
        "BAN\nBÍ THƯ\n-------\n|\nĐẢNG\nCỘNG SẢN VIỆT NAM\n---------\n|\nSố:\n216-QĐ/TW\n|\nHà\nNội, ngày 1 tháng 4 năm 2009\n|\nQUY ĐỊNH (BỔ \
         SUNG)\nVỀ TRỒNG CÂY\n- Căn cứ Điều lệ Đảng;\n",
    );
    assert_eq!((rules.issuer.as_deref(), rules.kind.as_deref()), (Some("Ban Bí thư"), Some("Quy định")));
    let (_, committee) =
        read("BAN CÁN SỰ\nĐẢNG\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 6-CV/BCSĐ\nV/v trồng cây\n\nKính gửi: Các xã\n");
    assert_eq!(committee.issuer.as_deref(), Some("Ban cán sự đảng"));
}

#[test]
fn a_title_may_open_with_its_kind() {
    let ground = "Căn cứ Chỉ thị A của Huyện ủy;\n\nI. MỤC ĐÍCH\n";
    for (title, kind) in
        [("KẾ HOẠCH TỔ CHỨC ĐẠI HỘI LIÊN ĐỘI", "Kế hoạch"), ("HƯỚNG DẪN CÔNG TÁC TUYÊN TRUYỀN THÁNG 6", "Hướng dẫn")]
    {
        let (_, paper) = read(&format!("{title}\nNăm học 2021 - 2022\n\n{ground}"));
        assert_eq!(paper.kind.as_deref(), Some(kind), "{title}");
        let (_, headed) = read(&format!("LIÊN ĐỘI TRƯỜNG MƯỜNG BÚ\n\nSố:    - KH/LĐ\n\n{title}\n\n{ground}"));
        assert_eq!(headed.kind.as_deref(), Some(kind), "{title}");
    }
    let (_, subject) = read(&format!("QUYẾT ĐỊNH\nPHÊ DUYỆT\n\nKẾ HOẠCH TRỒNG CÂY\n\n{ground}"));
    assert_eq!(subject.kind.as_deref(), Some("Quyết định"));
    assert_eq!(read("KẾ HOẠCH TRỒNG CÂY CỦA XÃ\n\nXã có nhiều cây.\n").1.kind, None);
}

#[test]
fn pages_print_when_they_were_put_out_and_news_their_source() {
    let text = "Công đoàn xã phát động trồng cây theo Kế hoạch số 13/KH-LĐLĐ của Liên đoàn Lao động huyện Mai Sơn về trồng cây, gây rừng, bảo vệ \
                nguồn nước, giữ đất đai và làm đẹp bản làng, thu hút hơn hai trăm đoàn viên, người lao động tham gia.\n";
    for head in [
        "Công đoàn xã trồng cây\n16/06/2022 4:14:PM\n",
        "Tin tức\nCông đoàn xã trồng cây\n03/03/2023 17:11\n",
        "Công đoàn xã trồng cây\nNgày đăng: 17-01-2018 05:31:10\n",
        "Công đoàn xã trồng cây\nLượt xem: 6783\n",
        "Mai Sơn 05/06/2023\nCông đoàn xã trồng cây\nThứ hai, 17/02/2020\n",
        "CTTĐT - ",
        "LTS: ",
    ] {
        let paper = read(&format!("{head}{text}"));
        assert_eq!((paper.1.kind.as_deref(), zone(&paper, "13/KH")), (Some("Bài viết"), Zone::Body), "{head}");
    }
    for head in
        ["Công đoàn xã trồng cây\nHọp lúc 7:30\n", "Công đoàn xã trồng cây\nTỷ lệ 1:250 của năm 2022\n", "III - "]
    {
        assert_eq!(read(&format!("{head}{text}")).1.kind, None, "{head}");
    }
}

#[test]
fn a_unit_below_its_superior_may_be_in_small_letters() {
    let (_, plan) = read(
        "HỘI ĐỒNG ĐỘI HUYỆN MAI SƠN     ĐỘI TNTP HỒ CHÍ MINH\n\nLiên đội trường Tiểu học Mường Bú\n\nKẾ HOẠCH\nTrồng cây\n\nThực hiện \
         Kế hoạch A;\n",
    );
    assert_eq!(plan.issuer.as_deref(), Some("Liên đội Trường Tiểu học Mường Bú"));
}

#[test]
fn an_organ_named_with_the_place_of_issue_is_complete() {
    let ground = "Căn cứ Kế hoạch số 7/KH-BTV của Hội LHPN huyện Mai Sơn về tổ chức hội thao, Ban Thường vụ hướng dẫn như sau:\nI. A\n";
    let (_, guide) = read(&format!(
        "HỘI LIÊN HIỆP PHỤ NỮ HÀ ĐÔNG\n\nBAN THƯỜNG VỤ\n\nSố: 162 /HD-BTV\n\nHà Đông, ngày 15 tháng 12 năm 2015\n\nHƯỚNG \
         DẪN\nhội thao\n\n{ground}"
    ));
    assert_eq!(guide.issuer.as_deref(), Some("Hội Liên hiệp Phụ nữ Hà Đông"));
}

#[test]
fn a_district_may_be_a_number() {
    let dated = |line: &str| date(&read(&format!("BCH ĐOÀN TRƯỜNG\nSố: 6/KH-ĐTN\n{line}\n\nKẾ HOẠCH\ntrồng cây\n")).1);
    assert_eq!(dated("Quận 6, ngày 16 tháng 10 năm 2019").as_deref(), Some("2019-10-16"));
    assert_eq!(dated("Khoản 6, ngày 16 tháng 10 năm 2019"), None);
}

#[test]
fn a_heading_in_capitals_alone_names_no_issuer() {
    let text = "ĐẠI HỘI CHI BỘ TRƯỜNG TIỂU HỌC MƯỜNG BÚ NHIỆM KỲ 2020-2022\n\nTrong không khí thi đua, thực hiện Kế hoạch số 74-KH/ĐU của Đảng \
                ủy xã, sáng ngày 28/02/2020 Chi bộ đã long trọng tổ chức đại hội.\n";
    assert_eq!(read(text).1.issuer, None);
    let headed = "CHI BỘ TRƯỜNG TIỂU HỌC MƯỜNG BÚ\n\nKính gửi: Đảng ủy xã\n\nChi bộ báo cáo như sau:\n1. A\n";
    assert_eq!(read(headed).1.issuer.as_deref(), Some("Chi bộ Trường Tiểu học Mường Bú"));
}

#[test]
fn what_was_held_is_told_by_an_article() {
    let of = |told: &str| {
        let text = format!(
            "Liên đội Mường Bú trồng cây\nThực hiện Kế hoạch số 2/KH-HĐĐ của Hội đồng Đội tỉnh về trồng cây, gây rừng và bảo vệ nguồn nước, \
             Liên đội nhà trường {told}\nCác em vui.\n"
        );
        read(&text).1.kind
    };
    assert_eq!(of("đã tổ chức phát động Tết trồng cây.").as_deref(), Some("Bài viết"));
    assert_eq!(of("xây dựng kế hoạch trồng cây."), None);
    assert_eq!(of("đã tổ chức trồng cây, kết quả như sau:"), None);
}

#[test]
fn a_motto_broken_over_two_lines_is_no_organ() {
    let of = |motto: &str| {
        let text = format!(
            "ỦY\nBAN NHÂN DÂN\nTỈNH LONG AN\n-------\n|\n{motto}\nĐộc lập - Tự do - Hạnh phúc\n-------\n|\nSố:\n12/KH-UBND\n|\nTân\nAn, \
             ngày 5 tháng 6 năm\n2021\n|\nKẾ HOẠCH\nNUÔI ONG\n\nCăn cứ Luật Chăn nuôi;\n"
        );
        let (_, paper) = read(&text);
        let day = date(&paper).unwrap_or_default();
        (paper.issuer.unwrap_or_default().to_string(), day)
    };
    for motto in [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CỘNG HOÀ XÃ HỘI\nCHỦ NGHĨA VIỆT NAM",
        "CỘNG HÒA XàHỘI CHỦ NGHĨA VIỆT NAM",
    ] {
        assert_eq!(of(motto), ("Ủy ban nhân dân tỉnh Long An".into(), "2021-06-05".into()), "{motto}");
    }
    assert_ne!(of("CỘNG ĐỒNG NUÔI ONG").0, "Ủy ban nhân dân tỉnh Long An");
}

#[test]
fn the_name_of_an_organ_goes_on_below() {
    assert_eq!(issuer("BẢO HIỂM XÃ HỘI\nVIỆT NAM", "Số: 6/KH-BHXH"), "Bảo hiểm xã hội Việt Nam");
    assert_eq!(issuer("BẢO HIỂM XÃ HỘI\nTỈNH SƠN LA", "Số: 6/KH-BHXH"), "Bảo hiểm xã hội tỉnh Sơn La");
    // The second line was lost; the symbol is that of one organ.
    assert_eq!(issuer("VIỆN KIỂM SÁT NHÂN DÂN", "Số: 6/KH-VKSTC"), "Viện kiểm sát nhân dân tối cao");
    assert_eq!(issuer("VIỆN KIỂM SÁT NHÂN DÂN", "Số: 6/KH-VKS"), "Viện kiểm sát nhân dân tỉnh Sơn La");
}

#[test]
fn a_letterhead_below_what_a_page_prints_is_the_papers() {
    let letterhead = "ỦY BAN NHÂN DÂN |\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 612/QĐ-UBND |\nVĩnh Long, ngày 05 tháng 3 năm \
                      2020 |\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật Chăn nuôi;\nQUYẾT ĐỊNH:\nĐiều 1. Nuôi ong.\n";
    let table = "Quyết định 612/QĐ-UBND năm 2020 phê duyệt quy trình nội bộ giải quyết thủ tục nuôi ong thuộc thẩm quyền của Sở Nông nghiệp \
                 và Phát triển nông thôn tỉnh Vĩnh Long\nSố hiệu: | 612/QĐ-UBND | Loại văn bản: | Quyết định |\nNgày ban hành: | 05/03/2020 |\n";
    let (_, paper) = read(&format!("{table}{letterhead}"));
    assert_eq!(
        (number(&paper), paper.kind.as_deref(), paper.issuer.as_deref(), date(&paper).as_deref()),
        (Some("612/QĐ-UBND"), Some("Quyết định"), Some("Ủy ban nhân dân tỉnh Vĩnh Long"), Some("2020-03-05"))
    );
    // A form at the end of an article is not its letterhead.
    let article =
        format!("Nuôi ong thế nào?\n{}\n{letterhead}", "Người nuôi ong làm đơn theo mẫu dưới đây.\n".repeat(200));
    assert_eq!(number(&read(&article).1), None);
}

#[test]
fn a_numbered_ward_is_a_place() {
    let text = "ỦY BAN NHÂN DÂN QUẬN 8\nSố: 27/2006/QĐ-UBND\nQuận 8, ngày 08 tháng 08 năm 2006\n\nQUYẾT ĐỊNH\nVề nuôi ong\n\nCăn cứ Luật Thú y;\n";
    assert_eq!(date(&read(text).1).as_deref(), Some("2006-08-08"));
    let (_, paper) = read(&text.replace("Quận 8, ngày", "Mục 8, ngày"));
    assert_eq!(paper.place.as_deref(), None);
}

#[test]
fn a_title_of_one_line_says_kind_and_maker() {
    let of = |title: &str| {
        let text = format!(
            "ỦY BAN NHÂN DÂN TỈNH LONG AN\nSố: 12/UB\nTân An, ngày 5 tháng 6 năm 1995\n\n{title}\nVề nuôi ong\n\nCăn cứ Luật Thú y;\n"
        );
        read(&text).1.kind.unwrap_or_default()
    };
    assert_eq!(of("QUYẾT ĐỊNH CỦA UỶ BAN NHÂN DÂN TỈNH LONG AN"), "Quyết định");
    assert_eq!(of("NHỮNG QUYẾT ĐỊNH CỦA UỶ BAN NHÂN DÂN TỈNH"), "Công văn");
}

#[test]
fn a_plan_of_action_is_a_plan() {
    let text = "KẾ HOẠCH HÀNH ĐỘNG\nTHỰC HIỆN LUẬT CHĂN NUÔI\nCăn cứ Luật Thú y;\nUỷ ban nhân dân tỉnh Long An xây dựng Kế hoạch như sau:\n\
                1. Nuôi ong.\n";
    let (_, paper) = read(text);
    assert_eq!(
        (paper.kind.as_deref(), paper.issuer.as_deref()),
        (Some("Kế hoạch"), Some("Ủy ban nhân dân tỉnh Long An"))
    );
}

#[test]
fn a_day_below_a_heading_is_when_a_page_was_put_out() {
    let of = |day: &str| {
        let text = format!(
            "Sở Y tế xin ý kiến về nuôi ong\n{day}\nThực hiện văn bản số 14/UBND-CN, Sở Y tế xin ý kiến các huyện.\n"
        );
        read(&text).1.kind
    };
    assert_eq!(of("24/03/2022").as_deref(), Some("Bài viết"));
    assert_eq!(of("24/03/2022 là hạn cuối").as_deref(), None);
}

#[test]
fn who_acts_in_a_text_without_letterhead_is_not_its_issuer() {
    for text in [
        "Căn cứ Nghị định số 7/2031/NĐ-CP của Chính phủ quy định chi tiết và hướng dẫn thi hành Luật Nuôi ong .",
        "Ủy ban nhân dân cấp tỉnh có trách nhiệm báo cáo kết quả nuôi ong về Bộ Tài chính trước ngày 5 tháng 7 .",
        "Quyết định số 7/QĐ-BTC của Bộ Tài chính ban hành Quy chế nuôi ong và các văn bản hướng dẫn thi hành .",
    ] {
        assert_eq!(read(text).1.issuer, None, "{text}");
    }
    let asks = "Thực hiện Kế hoạch số 7/KH-LĐLĐ của LĐLĐ tỉnh Sơn La về hội thao, Công đoàn ngành Giáo dục tỉnh Sơn La đề nghị các \
                công đoàn cơ sở thực hiện những việc sau:\n1. Đăng ký.\n";
    assert_eq!(read(asks).1.issuer.as_deref(), Some("Công đoàn ngành Giáo dục tỉnh Sơn La"));
}

#[test]
fn what_was_issued_on_a_day_and_what_it_says_is_told_by_an_article() {
    let of = |told: &str, below: &str| {
        read(&format!("Liên đội Mường Bú trồng cây\n\nChia sẻ\n\n{told}\n\n{below}\n")).1.kind.unwrap_or_default()
    };
    let issued =
        "Ngày 2/7/2020, Hội đồng Đội huyện Mai Sơn ban hành Kế hoạch số 41/KH-HĐĐ về trồng cây trong các liên đội.";
    assert_eq!(of(issued, "Đây là hoạt động hằng năm."), "Bài viết");
    assert_eq!(
        of("Các liên đội trồng cây theo mùa.", "Văn bản nêu rõ, trồng cây theo Kế hoạch số 41/KH-HĐĐ."),
        "Bài viết"
    );
    // A paper acts, and cites what was written.
    let acts = "Ngày 2/7/2020, Hội đồng Đội huyện Mai Sơn ban hành Kế hoạch số 41/KH-HĐĐ, Liên đội triển khai như sau:";
    assert_eq!(of(acts, "1. Trồng cây."), "");
    assert_eq!(of("Các liên đội trồng cây theo mùa.", "Như văn bản nêu rõ, trồng cây theo Kế hoạch số 41/KH-HĐĐ."), "");
}
