/// The character classes and case mapping of Python's `str`, which spaCy's attributes are defined by.
extension Unicode.Scalar {
    /// `str.isspace`: bidirectional class WS, B or S, or category Zs.
    var isPythonSpace: Bool {
        switch value {
        case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// `str.isalpha`: general category L.
    var isPythonAlpha: Bool {
        if isASCII { return (value | 0x20) &- 0x61 < 26 }
        return switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }

    /// `str.isdigit`: a decimal digit, or one in superscript, a circle and the like.
    var isPythonDigit: Bool {
        if isASCII { return value &- 0x30 < 10 }
        return properties.numericType == .decimal || properties.numericType == .digit
    }
}

extension String {
    /// `str.lower`: full case mapping, with the final form of sigma at the end of a word.
    func pythonLowercased() -> String {
        if utf8.allSatisfy({ $0 < 0x80 && !(0x41...0x5A).contains($0) }) { return self }
        guard unicodeScalars.contains("\u{3A3}") else { return lowercased() }
        let scalars = Array(unicodeScalars)
        var result = ""
        for (index, scalar) in scalars.enumerated() {
            if scalar == "\u{3A3}" {
                result.unicodeScalars.append(isFinalSigma(scalars, at: index) ? "\u{3C2}" : "\u{3C3}")
            } else {
                result += scalar.properties.lowercaseMapping
            }
        }
        return result
    }

    /// `str.isalpha`.
    var isPythonAlpha: Bool { !isEmpty && unicodeScalars.allSatisfy(\.isPythonAlpha) }
}

/// Whether a capital sigma follows a cased letter and none follows it (Unicode, SpecialCasing: Final_Sigma).
private func isFinalSigma(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
    let after = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
    return before?.properties.isCased == true && after?.properties.isCased != true
}
