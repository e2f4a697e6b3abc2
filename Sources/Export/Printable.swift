extension StringProtocol {
    /// The text without what commands a terminal: control characters but line feed and tab become U+FFFD. Reports and
    /// names of files come from strangers.
    package var printable: String {
        func isCommand(_ scalar: Unicode.Scalar) -> Bool {
            (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || (0x7F...0x9F).contains(scalar.value)
        }
        guard unicodeScalars.contains(where: isCommand) else { return String(self) }
        return String(String.UnicodeScalarView(unicodeScalars.map { isCommand($0) ? "\u{FFFD}" : $0 }))
    }
}
