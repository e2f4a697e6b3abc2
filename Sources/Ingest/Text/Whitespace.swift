extension UInt8 {
    /// Space, tab, line feed, vertical tab, form feed or carriage return.
    var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    /// In lower case when it is an ASCII capital.
    var lowered: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

extension StringProtocol {
    /// Zero bytes, which C libraries take for the end of a text, become U+FFFD, as browsers have it.
    func withoutNulls() -> String {
        guard utf8.contains(0) else { return String(self) }
        return String(String.UnicodeScalarView(unicodeScalars.map { $0.value == 0 ? "\u{FFFD}" : $0 }))
    }

    /// Without white space at either end.
    func trimmed() -> String {
        var bytes = Array(utf8)[...]
        while let first = bytes.first, first.isSpace { bytes.removeFirst() }
        while let last = bytes.last, last.isSpace { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Without white space at either end, every run of it inside one space.
    func spacesCollapsed() -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        var isSpacePending = false
        for byte in utf8 {
            if byte.isSpace {
                isSpacePending = !bytes.isEmpty
            } else {
                if isSpacePending { bytes.append(0x20) }
                isSpacePending = false
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
