import Foundation

/// What a pipeline's `tokenizer` file says: patterns of affixes, and words that are split in a way of their own.
struct TokenizerRules: Sendable {
    /// One token of an exception.
    struct ExceptionToken: Sendable, Equatable {
        let text: [UInt8]
        /// Key of the normal form the exception gives this token, if any.
        let norm: UInt64?
    }

    let prefix: RegularExpression?
    let suffix: RegularExpression?
    let infix: RegularExpression?
    let tokenMatch: RegularExpression?
    let urlMatch: RegularExpression?
    /// Whether only exceptions with affixes or spaces are looked for across tokens.
    let fasterHeuristics: Bool
    /// Words with a split of their own, and `exceptions[number]` their tokens.
    private let words: ByteStringTable
    private let exceptions: [[ExceptionToken]]
    private let longestException: Int

    /// - Parameter file: its path, for errors.
    init(_ data: MessagePack, file: String) throws(ModelError) {
        func pattern(_ name: String) throws(ModelError) -> RegularExpression? {
            guard let value = data[name], value != .null else { return nil }
            guard let text = value.text else { throw ModelError(file: file, problem: "'\(name)' is no pattern") }
            return try RegularExpression(python: text, name: name, file: file)
        }
        prefix = try pattern("prefix_search")
        suffix = try pattern("suffix_search")
        infix = try pattern("infix_finditer")
        tokenMatch = try pattern("token_match")
        urlMatch = try pattern("url_match")
        fasterHeuristics = data["faster_heuristics"]?.bool ?? true
        guard let entries = data["exceptions"]?.entries else {
            throw ModelError(file: file, problem: "holds no map 'exceptions'")
        }
        var words = ByteStringTable(minimumCapacity: entries.count)
        var exceptions: [[ExceptionToken]] = []
        for entry in entries {
            let (word, tokens) = try Self.exception(entry, file: file)
            let key = word.span.bytes
            let hash = ByteStringTable.hash(key)
            guard words.find(key, hash: hash) == nil else { continue }
            _ = words.insert(key, hash: hash)
            exceptions.append(tokens)
        }
        self.words = words
        self.exceptions = exceptions
        longestException = exceptions.map { $0.reduce(0) { $0 + $1.text.count } }.max() ?? 0
    }

    /// The tokens of a word that has a split of its own.
    func exception(for word: Span<UInt8>) -> [ExceptionToken]? {
        guard word.count <= longestException else { return nil }
        return words.find(word.bytes, hash: ByteStringTable.hash(word.bytes)).map { exceptions[$0] }
    }

    /// All exceptions, in no particular order.
    var allExceptions: [[ExceptionToken]] { exceptions }

    /// Attribute numbers of spaCy, as the file has them.
    private static let orth = 65
    private static let norm = 67

    private static func exception(
        _ entry: MessagePack.Entry, file: String
    ) throws(ModelError) -> (word: [UInt8], tokens: [ExceptionToken]) {
        guard let word = entry.key.text, !word.isEmpty, let parts = entry.value.array else {
            throw ModelError(file: file, problem: "'exceptions' holds an entry that is no list of tokens for a word")
        }
        var tokens: [ExceptionToken] = []
        for part in parts {
            var text: String?
            var normal: UInt64?
            for field in part.entries ?? [] {
                switch field.key.integer {
                case orth: text = field.value.text
                case norm: normal = field.value.text.map(StringStore.key)
                default:
                    throw ModelError(
                        file: file, problem: "the exception for '\(word)' sets an attribute other than ORTH and NORM")
                }
            }
            guard let text, !text.isEmpty else {
                throw ModelError(file: file, problem: "the exception for '\(word)' has a token without text")
            }
            tokens.append(ExceptionToken(text: Array(text.utf8), norm: normal))
        }
        guard tokens.flatMap(\.text) == Array(word.utf8) else {
            throw ModelError(file: file, problem: "the tokens of the exception for '\(word)' do not spell it")
        }
        return (Array(word.utf8), tokens)
    }
}
