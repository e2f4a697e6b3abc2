/// Finds a page's encoding and turns the page into UTF-8.
enum HTMLEncoding {
    /// By byte-order mark, then the HTTP header, then the page's own `meta`, else by the bytes.
    static func utf8(_ bytes: [UInt8], declared: String?) -> [UInt8] {
        if let (label, length) = TextEncoding.byteOrderMark(bytes) {
            let rest = Array(bytes.dropFirst(length))
            return label == "utf-8" ? rest : Array(TextEncoding.decode(rest, label: label).utf8)
        }
        let label = declared ?? declaredInPage(bytes)
        if label.map({ $0.lowercased().hasPrefix("utf") }) ?? true, String(validating: bytes, as: UTF8.self) != nil {
            return bytes
        }
        guard let label else { return Array(TextEncoding.decodeText(bytes, file: "").text.utf8) }
        return Array(TextEncoding.decode(bytes, label: label).utf8)
    }

    /// From `charset=…` within the first kilobytes, as `meta` and `<?xml … encoding="…"` have it.
    private static func declaredInPage(_ bytes: [UInt8]) -> String? {
        let head = bytes.prefix(4096).map(\.lowered)
        for mark in ["charset=", "encoding="] {
            let pattern = Array(mark.utf8)
            guard head.count > pattern.count else { continue }
            for start in 0..<(head.count - pattern.count) where head[start] == pattern[0] {
                guard head[start...].starts(with: pattern) else { continue }
                let value = head[(start + pattern.count)...].drop { $0 == 0x22 || $0 == 0x27 || $0.isSpace }
                    .prefix { $0.isASCIILetter || $0.isDigit || $0 == 0x2D || $0 == 0x5F }
                if !value.isEmpty { return String(decoding: value, as: UTF8.self) }
            }
        }
        return nil
    }
}
