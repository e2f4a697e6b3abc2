import Foundation

/// One attribution of the gold data, or of a prediction, as the scores compare it: spans are sorted, non-empty ranges
/// of Unicode code points.
package struct AttributionSpans: Sendable, Hashable {
    package typealias Spans = [Range<Int>]
    /// `nil` when no source is named.
    package var source: Spans?
    package var cue: Spans
    package var content: Spans

    package init(source: Spans?, cue: Spans, content: Spans) {
        self.source = source
        self.cue = cue
        self.content = content
    }
}

/// One annotated article of PolNeAR (Newell, Margolin and Ruths 2018): a text and a brat standoff file.
///
/// `T` lines give spans with a label (`T1⇥Source 89 106⇥…`, discontinuous ones as `89 106;120 130`), `E` lines tie a
/// cue, its source and its content together (`E1⇥Attribution:T4 Content:T3 Cue:T2 Source:T1`; the type
/// `Attribution-no-source` has no source). Labels `Discuss` and `Discard` and notes (`#`) are not scored.
package struct AnnotatedArticle: Sendable {
    /// Name of the text file.
    package let file: String
    package let text: String
    package let attributions: [AttributionSpans]

    /// Every annotation file of a folder with its text, by name. The folder holds `text` and `attributions` as PolNeAR
    /// does, or `.txt` and `.ann` files side by side. An annotation is named like its text, or with `_` and the
    /// annotator's mark after it; a text annotated by several people is an article for each.
    ///
    /// - Throws: `GoldError` for a folder without annotations, a missing text or a line that is not standoff.
    package static func articles(in folder: URL) throws(GoldError) -> [AnnotatedArticle] {
        let annotations = existing(folder.appendingPathComponent("attributions")) ?? folder
        let texts = existing(folder.appendingPathComponent("text")) ?? folder
        let entries: [String]
        do { entries = try FileManager.default.contentsOfDirectory(atPath: annotations.path) } catch {
            throw GoldError(file: annotations.path, line: 0, problem: "cannot be listed: \(error.localizedDescription)")
        }
        let names = entries.filter { $0.hasSuffix(".ann") }.sorted()
        guard !names.isEmpty else { throw GoldError(file: folder.path, line: 0, problem: "has no .ann files") }
        var articles: [AnnotatedArticle] = []
        for name in names {
            let stem = String(name.dropLast(4))
            let shorter = stem.lastIndex(of: "_").map { String(stem[..<$0]) } ?? stem
            let found = [stem, shorter].map { $0 + ".txt" }
                .first { FileManager.default.fileExists(atPath: texts.appendingPathComponent($0).path) }
            guard let file = found else {
                throw GoldError(file: name, line: 0, problem: "no text \(stem).txt or \(shorter).txt in \(texts.path)")
            }
            let text = try read(texts.appendingPathComponent(file))
            let standoff = try read(annotations.appendingPathComponent(name))
            articles.append(
                AnnotatedArticle(file: file, text: text, attributions: try parse(standoff, of: text, file: name)))
        }
        return articles
    }

    static func parse(_ standoff: String, of text: String, file: String) throws(GoldError) -> [AttributionSpans] {
        let scalars = Array(text.unicodeScalars)
        var spans: [Substring: AttributionSpans.Spans] = [:]
        var events: [(line: Int, arguments: Substring)] = []
        // Not `isNewline`: a span's text may hold other line separators.
        for (number, line) in standoff.split(separator: "\n" as Character, omittingEmptySubsequences: false)
            .enumerated()
        {
            let fields = line.split(separator: "\t", maxSplits: 2)
            if line.hasPrefix("T"), fields.count >= 2 {
                guard let ranges = ranges(fields[1], limit: scalars.count) else {
                    throw GoldError(file: file, line: number + 1, problem: "'\(fields[1])' gives no span of the text")
                }
                spans[fields[0]] = joined(ranges, in: scalars)
            } else if line.hasPrefix("E"), fields.count >= 2 {
                events.append((number + 1, fields[1]))
            }
        }
        var result: [AttributionSpans] = []
        for event in events {
            var roles: [String: AttributionSpans.Spans] = [:]
            for argument in event.arguments.split(whereSeparator: \.isWhitespace) {
                let pair = argument.split(separator: ":")
                guard pair.count == 2, let found = spans[pair[1]] else {
                    throw GoldError(file: file, line: event.line, problem: "'\(argument)' names no span of the file")
                }
                // A second content of one attribution is written `Content2`.
                roles[String(pair[0].prefix { !$0.isNumber }), default: []].append(contentsOf: found)
            }
            guard let cue = roles["Cue"], let content = roles["Content"] else { continue }
            result.append(
                AttributionSpans(
                    source: roles["Source"].map { joined($0, in: scalars) }, cue: joined(cue, in: scalars),
                    content: joined(content, in: scalars)))
        }
        return result
    }

    /// The ranges of `Label 89 106;120 130`; `nil` when they are none or leave the text.
    private static func ranges(_ field: Substring, limit: Int) -> AttributionSpans.Spans? {
        guard let space = field.firstIndex(of: " ") else { return nil }
        var ranges: AttributionSpans.Spans = []
        for part in field[space...].split(separator: ";") {
            let numbers = part.split(separator: " ").compactMap { Int($0) }
            guard numbers.count == 2, numbers[0] >= 0, numbers[0] <= numbers[1], numbers[1] <= limit else { return nil }
            ranges.append(numbers[0]..<numbers[1])
        }
        return ranges
    }

    /// Sorted, without white space at the ends, and with no white space alone between two: annotators' tools cut spans
    /// where lines end.
    static func joined(_ ranges: AttributionSpans.Spans, in scalars: [Unicode.Scalar]) -> AttributionSpans.Spans {
        func isSpace(_ position: Int) -> Bool { scalars[position].properties.isWhitespace }
        var result: AttributionSpans.Spans = []
        for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            var range = range
            while let first = range.first, isSpace(first) { range = range.dropFirst() }
            while let last = range.last, isSpace(last) { range = range.dropLast() }
            guard !range.isEmpty else { continue }
            if let last = result.last,
                last.upperBound >= range.lowerBound
                    || (last.upperBound..<range.lowerBound).allSatisfy(isSpace)
            {
                let end = max(last.upperBound, range.upperBound)
                result[result.count - 1] = last.lowerBound..<end
            } else {
                result.append(range)
            }
        }
        return result
    }

    private static func existing(_ url: URL) -> URL? {
        FileManager.default.fileExists(atPath: url.path) ? url : nil
    }

    private static func read(_ url: URL) throws(GoldError) -> String {
        do { return try String(contentsOf: url, encoding: .utf8) } catch {
            throw GoldError(file: url.path, line: 0, problem: "cannot be read as UTF-8")
        }
    }
}

/// Gold data that cannot be used: the file, the line (0: the file as a whole) and what is wrong with it.
package struct GoldError: Error, Equatable, CustomStringConvertible {
    package let file: String
    package let line: Int
    package let problem: String

    package init(file: String, line: Int, problem: String) {
        self.file = file
        self.line = line
        self.problem = problem
    }

    package var description: String { line > 0 ? "\(file):\(line): \(problem)" : "\(file): \(problem)" }
}
