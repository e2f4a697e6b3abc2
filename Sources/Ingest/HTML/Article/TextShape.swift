/// What a block's characters are, counted in one pass.
struct TextShape {
    private(set) var letters = 0
    private(set) var capitals = 0
    private(set) var digits = 0
    private(set) var spaces = 0
    private(set) var commas = 0
    private(set) var hasBreak = false
    private(set) var hasBar = false
    /// Whether a sentence ends inside, with another after it.
    private(set) var hasInnerSentence = false
    private var words = 0
    private var capitalizedWords = 0

    init(_ text: ArraySlice<UInt8>) {
        var (beforeLast, last): (UInt8, UInt8) = (0x20, 0x20)
        var sentenceMayEnd = false
        for byte in text {
            let isCapital = (0x41...0x5A).contains(byte)
            if byte.isASCIILetter {
                letters += 1
                if isCapital { capitals += 1 }
                if last.isSpace {
                    words += 1
                    if isCapital { capitalizedWords += 1 }
                    if isCapital, sentenceMayEnd { hasInnerSentence = true }
                }
            } else if byte.isDigit {
                digits += 1
            } else {
                switch byte {
                case 0x20: spaces += 1
                case 0x2C: commas += 1
                case 0x0A: hasBreak = true
                case 0x7C: hasBar = true
                default: break
                }
            }
            if !byte.isSpace {
                sentenceMayEnd = byte == 0x2E || byte == 0x21 || byte == 0x3F
                // "J. Smith" and "3. Item" end no sentence.
                if sentenceMayEnd { sentenceMayEnd = last.isASCIILetter && !beforeLast.isSpace }
            }
            (beforeLast, last) = (last, byte)
        }
    }

    var isMostlyCapitals: Bool { letters > 3 && capitals * 5 > letters * 3 }

    var isTitleCase: Bool { letters > 8 && words >= 3 && capitalizedWords * 10 > words * 7 }
}
