import Analysis
import Dates
import Foundation
import Grounding
import Ingest
import Lexicon
import Tokens

extension Command {
    static let actors = Command(
        name: "actors",
        summary: "actors with country, sectors and chain",
        usage: """
            usage: demarche actors [--date D] [--format table|jsonl] PATH…
                   demarche actors --phrase TEXT [--date D]
                   demarche actors --phrases FILE

            Lists the actors that reports name: every mention with its chain, and who the chain is. Offices and standings
            are looked up at the day of publication.

              --format table       for people (default)
              --format jsonl       one line a mention
              --phrase TEXT        codes one short phrase: {text, name, country, sector, rest}
              --phrases FILE       codes a phrase a line, each with its own date after a tab
            \(TextInputs.optionsHelp)
            """,
        run: runActors)

    private static func runActors(_ arguments: [String]) throws -> ExitCode {
        let options = try Options(
            arguments, valued: TextInputs.valuedOptions.union(["--format", "--phrase", "--phrases"]),
            flags: TextInputs.flags)
        if options["--phrase"] != nil || options["--phrases"] != nil { return try codePhrases(options) }
        let format = try options.choice("--format", of: ["table", "jsonl"])
        let inputs = try TextInputs(options)
        let resolver = try ActorResolver(data: inputs.data)
        return try inputs.forEach { report, reader in
            let doc = try reader.doc(of: report.text)
            let (mentions, entities) = resolver.actors(in: doc, published: report.date)
            let lines = ActorLines(doc: doc, mentions: mentions, entities: entities, file: report.file)
            inputs.output.write(Array((format == "jsonl" ? try lines.json() : lines.table()).utf8))
        }
    }

    private static func codePhrases(_ options: Options) throws -> ExitCode {
        guard options.operands.isEmpty else { throw UsageError("--phrase and --phrases take no files besides") }
        guard options["--phrase"] == nil || options["--phrases"] == nil else {
            throw UsageError("--phrase and --phrases exclude each other")
        }
        let date = try options.day("--date")
        let resolver = try ActorResolver(data: try DataFolder.locate(options["--data"]))
        if let phrase = options["--phrase"] {
            print(try PhraseLine(resolver.code(phrase: phrase, on: date)).json())
            return .done
        }
        let path = options["--phrases"] ?? "-"
        var code = ExitCode.done
        for (number, line) in try TextFile.read(path).text.split(separator: "\n").enumerated() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            do {
                let own = fields.count > 1 && !fields[1].isEmpty ? try day(String(fields[1])) : date
                print(try PhraseLine(resolver.code(phrase: String(fields[0]), on: own)).json())
            } catch {
                warn("\(path):\(number + 1): \(error)")
                code = .someInputsFailed
            }
        }
        return code
    }

    private static func day(_ text: String) throws(UsageError) -> CalendarDate {
        guard let date = CalendarDate(text) else { throw UsageError("'\(text)': expected a day as YYYY-MM-DD") }
        return date
    }
}

/// One coded phrase as a line of JSON.
private struct PhraseLine: Encodable {
    let text: String
    let name: String?
    let country: String?
    let sector: [String]
    let rest: String

    private enum Key: CodingKey { case text, name, country, sector, rest }

    init(_ code: PhraseCode) {
        text = code.text
        name = code.name
        country = code.country
        sector = code.sectors.map(\.rawValue)
        rest = code.rest
    }

    /// What is not known is `null`, so that every line has the same keys.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(text, forKey: .text)
        try container.encode(name, forKey: .name)
        try container.encode(country, forKey: .country)
        try container.encode(sector, forKey: .sector)
        try container.encode(rest, forKey: .rest)
    }

    func json() throws -> String { try jsonLine(self) }
}

/// The mentions of one report, for people and for programs.
private struct ActorLines {
    let doc: Doc
    let mentions: [ActorMention]
    let entities: [ActorEntity]
    let file: String?

    private struct Line: Encodable {
        let file: String?
        let text: String
        let start: Int
        let end: Int
        let form: String
        let chain: Int
        let actors: [Who]
    }
    private struct Who: Encodable {
        let name: String
        let country: String?
        let sector: [String]
        let role: String?
    }

    func json() throws -> String {
        try mentions.map { mention in
            let range = doc.codePointRange(of: mention.tokens)
            return try jsonLine(
                Line(
                    file: file, text: doc.text(of: mention.tokens), start: range.lowerBound, end: range.upperBound,
                    form: mention.form.rawValue, chain: mention.entity,
                    actors: entities[mention.entity].actors.map {
                        Who(name: $0.name, country: $0.country, sector: $0.sectors.map(\.rawValue), role: $0.role)
                    })) + "\n"
        }.joined()
    }

    func table() -> String {
        let rows = mentions.map { mention -> [String] in
            let actors = entities[mention.entity].actors
            let range = doc.codePointRange(of: mention.tokens)
            return [
                "\(range.lowerBound)-\(range.upperBound)", doc.text(of: mention.tokens), "\(mention.entity)",
                actors.map(\.name).joined(separator: " + "),
                actors.map { $0.country ?? "?" }.joined(separator: "+"),
                actors.map { $0.sectors.map(\.rawValue).joined(separator: " ") }.joined(separator: "+"),
                actors.compactMap(\.role).joined(separator: " + "),
            ]
        }
        return alignedTable([["where", "mention", "chain", "actor", "country", "sector", "role"]] + rows)
    }
}

private func jsonLine(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}
