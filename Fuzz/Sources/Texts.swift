import Foundation

@testable import Ingest
@testable import Language
@testable import Lexicon

extension FuzzTarget {
    /// Dates in metadata, in paths and in the first lines of a text.
    static let dates = FuzzTarget(name: "dates") { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        if let date = WrittenDate(text)?.date { require((0...9999).contains(date.year), "a year of no calendar") }
        _ = DateInPath.find(in: text, allowingPacked: true)
        _ = TextHeading(text)
        _ = IdentifiedLanguage(of: text)
    }

    /// Tables and the patterns of event frames.
    static let lexicon = FuzzTarget(name: "lexicon") { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        if let table = try? Table(text, name: "x") {
            require(table.rows.allSatisfy { $0.fields.count == table.columns.count }, "a row of another width")
        }
        for line in text.split(separator: "\n") { _ = try? FramePattern(String(line)) }
    }

    /// Tokens are in order, none is empty, and only single spaces lie between them.
    static let tokenizer = FuzzTarget(name: "tokenizer") { bytes in
        let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
        var tokens: [RawToken] = []
        englishTokenizer.tokenize(text, into: &tokens, workspace: englishTokenizer.makeWorkspace())
        var end = 0
        for token in tokens {
            require(token.start == end || (token.start == end + 1 && text[end] == 0x20), "bytes between two tokens")
            require(token.end > token.start, "an empty token")
            end = token.end
        }
        require(text.count <= end + 1, "bytes after the last token")
    }

    private static let englishTokenizer: Tokenizer = {
        let file = URL(fileURLWithPath: "data/models/en_core_web_sm-3.8.0/tokenizer")
        do { return try Tokenizer(contentsOf: file, norms: NormTable()) } catch {
            FileHandle.standardError.write(Data("\(error): 'make model' makes it\n".utf8))
            exit(2)
        }
    }()
}
