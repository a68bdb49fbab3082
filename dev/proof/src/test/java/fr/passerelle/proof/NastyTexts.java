package fr.passerelle.proof;

import java.util.List;

/** Texts that have broken software elsewhere: after the Big List of Naughty Strings and the usual lists of injections. */
final class NastyTexts {

    private NastyTexts() {}

    /** All of them, as somebody may type them. */
    static List<String> all() {
        return List.of(new String[] {
            "", " ", "null", "undefined",
            "NaN", "-1", "0x0", "1e309",
            "99999999999999999999999999", "1;drop table passerelle.room;--", "' or '1'='1", "\" or \"\"=\"",
            "%_\\", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg/onload=alert(1)>",
            "javascript:alert(1)", "</script><script>alert(1)</script>", "<!--", "]]>",
            "${7*7}", "#{7*7}", "*{T(java.lang.Runtime).getRuntime()}", "__${new java.util.Date()}__::.x",
            "[[${7*7}]]", "{{7*7}}", "=cmd|' /C calc'!A0", "+1+1",
            "-1+1", "@SUM(1+1)", "../../etc/passwd", "..\\..\\boot.ini",
            "file:///etc/passwd", "http://localhost:1/", "\u0000", "\u0001\u0008\u001b[31m",
            "\r\nSet-Cookie: a=b", "\u202etset\u202c", "\ufeff", "\u200b",
            "Ω≈ç√∫˜µ≤≥÷", "田中さんにあげて下さい", "الكل في المجمو عة", "🙈🙉🙊",
            "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮", "a".repeat(3000)
        });
    }

    /** Those that a name may be: without control characters, and neither empty nor blank. */
    static List<String> names() {
        return all().stream()
                .filter(text -> !text.isBlank())
                .filter(text -> text.codePoints().noneMatch(Character::isISOControl))
                .toList();
    }
}
