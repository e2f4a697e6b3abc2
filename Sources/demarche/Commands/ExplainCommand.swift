import Analysis
import EventCoding
import Foundation
import Grounding
import Ingest
import Tokens

extension Command {
    static let explain = Command(
        name: "explain",
        summary: "why each event was coded, and what came near",
        usage: """
            usage: demarche explain [--date D] [--lexicon DIR] PATH…

            Sentence by sentence: for each word that the event lexicon knows, the frames tried, why each holds (what fills
            its slots) or not, and what the word came to.

              --lexicon DIR        a lexicon of your own, read over the program's
            \(TextInputs.optionsHelp)
            """,
        run: { arguments in
            let options = try Options(
                arguments, valued: TextInputs.valuedOptions.union(["--lexicon"]), flags: TextInputs.flags)
            let inputs = try TextInputs(options)
            let analyzer = try Analyzer(docs: try inputs.docs, data: inputs.data, lexicon: lexiconFolders(options))
            return try inputs.forEach { report, reader in
                let doc = try reader.doc(of: report.text)
                let mentions = analyzer.grounder.mentions(in: doc, published: report.date)
                for sentence in analyzer.coder.explain(doc, mentions: mentions, published: report.date) {
                    inputs.output.write(Array((text(sentence, doc) + "\n").utf8))
                }
            }
        })
}

/// The folder that `--lexicon` names.
/// - Throws: `UsageError` when it is no folder.
func lexiconFolders(_ options: Options) throws(UsageError) -> [URL] {
    guard let path = options["--lexicon"] else { return [] }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
        throw UsageError("--lexicon \(path): no such folder")
    }
    return [URL(fileURLWithPath: path)]
}

private func text(_ explanation: SentenceExplanation, _ doc: Doc) -> String {
    let words = doc.text(of: doc.sentences[explanation.sentence])
    var lines = ["\(explanation.sentence)  \(words.split(whereSeparator: \.isWhitespace).joined(separator: " "))"]
    for word in explanation.words {
        lines.append("   \(word.text)")
        let width = min(44, word.frames.map(\.pattern.count).max() ?? 0)
        for frame in word.frames {
            let padding = String(repeating: " ", count: max(1, width - frame.pattern.count + 2))
            lines.append("     \(frame.holds ? "+" : "-") \(frame.pattern)\(padding)\(frame.detail)")
        }
        lines += word.outcomes.map { "     ⇒ \($0)" }
    }
    return lines.joined(separator: "\n") + "\n"
}
