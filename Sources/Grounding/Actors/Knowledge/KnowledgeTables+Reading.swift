import Dates
import Lexicon
import Tokens

/// Readers of the tables; the README in `data/knowledge` says what their columns mean.
extension KnowledgeTables {
    mutating func readStates(_ table: Table) throws(TableError) {
        let columns = try Columns(table, "code", "name", "also", "adjectives", "people", "capitals")
        for row in table.rows {
            let code = row.fields[columns["code"]]
            let name = row.fields[columns["name"]]
            try check(code: code, table, row)
            nameState(code, name)
            add(
                Sense(kind: .state, name: name, country: code, sectors: []),
                names: [name] + list(row.fields[columns["also"]]))
            addNationality(
                code: code, name: name, sectors: [], adjectives: list(row.fields[columns["adjectives"]]),
                people: list(row.fields[columns["people"]]))
            add(
                Sense(kind: .capital, name: name, country: code, sectors: [.government]),
                names: list(row.fields[columns["capitals"]]))
        }
    }

    mutating func readTerritories(_ table: Table) throws(TableError) {
        let columns = try Columns(table, "name", "also", "code", "status", "adjectives", "people", "capitals")
        for row in table.rows {
            let code = row.fields[columns["code"]]
            let name = row.fields[columns["name"]]
            let status = row.fields[columns["status"]]
            try check(code: code, table, row)
            guard ["breakaway", "dependency"].contains(status) else {
                throw TableError(
                    file: table.name, line: row.line, problem: "status '\(status)' is neither breakaway nor dependency")
            }
            let sectors: [Sector] = status == "breakaway" ? [.partiallyRecognized] : []
            add(
                Sense(kind: .state, name: name, country: code, sectors: sectors),
                names: [name] + list(row.fields[columns["also"]]))
            addNationality(
                code: code, name: name, sectors: sectors, adjectives: list(row.fields[columns["adjectives"]]),
                people: list(row.fields[columns["people"]]))
            add(
                Sense(kind: .capital, name: name, country: code, sectors: sectors.isEmpty ? [.government] : sectors),
                names: list(row.fields[columns["capitals"]]))
        }
    }

    private mutating func addNationality(
        code: String, name: String, sectors: [Sector], adjectives: [String], people: [String]
    ) {
        var names = adjectives + people
        for adjective in adjectives {
            if let last = adjective.utf8.last, [UInt8(ascii: "n"), UInt8(ascii: "i"), UInt8(ascii: "o")].contains(last)
            {
                names.append(adjective + "s")
            }
        }
        add(Sense(kind: .nationality, name: name, country: code, sectors: sectors), names: names)
    }

    mutating func readRegions(_ table: Table) throws(TableError) {
        let columns = try Columns(table, "name", "also", "code", "adjectives")
        for row in table.rows {
            let code = row.fields[columns["code"]]
            let name = row.fields[columns["name"]]
            try check(code: code, table, row)
            add(
                Sense(kind: .region, name: name, country: code, sectors: []),
                names: [name] + list(row.fields[columns["also"]]))
            for adjective in list(row.fields[columns["adjectives"]]) {
                add(Sense(kind: .region, name: name, country: code, sectors: []), names: [adjective, adjective + "s"])
            }
        }
    }

    mutating func readCommunities(_ table: Table) throws(TableError) {
        let columns = try Columns(table, "name", "people", "code", "sectors")
        for row in table.rows {
            let code = row.fields[columns["code"]]
            if !code.isEmpty { try check(code: code, table, row) }
            let name = row.fields[columns["name"]]
            add(
                Sense(
                    kind: .community, name: name, country: code.isEmpty ? nil : code,
                    sectors: try sectors(row.fields[columns["sectors"]], table, row)),
                names: [name] + list(row.fields[columns["people"]]))
        }
    }

    mutating func readOrganizations(_ table: Table) throws(TableError) {
        let columns = try Columns(table, "name", "also", "code", "sectors", "from", "to")
        for row in table.rows {
            let name = row.fields[columns["name"]]
            let period = try period(table, row, columns, role: nil)
            let index = addPeriod(period, to: name)
            add(
                Sense(kind: .organization, name: name, country: nil, sectors: [], index: index),
                names: [name] + list(row.fields[columns["also"]]))
        }
    }

    mutating func readPeople(_ table: Table) throws(TableError) {
        let columns = try Columns(table, "name", "also", "family", "gender", "code", "sectors", "role", "from", "to")
        for row in table.rows {
            let name = row.fields[columns["name"]]
            let gender = row.fields[columns["gender"]]
            guard gender.isEmpty || gender == "f" else {
                throw TableError(file: table.name, line: row.line, problem: "gender '\(gender)': f or nothing")
            }
            let family = row.fields[columns["family"]]
            let index = addPeriod(
                try period(table, row, columns, role: row.fields[columns["role"]]), to: name, isWoman: gender == "f",
                family: family.isEmpty ? name : family)
            add(
                Sense(kind: .person, name: name, country: nil, sectors: [], index: index),
                names: [name] + list(row.fields[columns["also"]]))
        }
    }

    mutating func readAgents(_ table: Table) throws(TableError) {
        let columns = try Columns(table, "noun", "plural", "sectors", "weight", "nature")
        for row in table.rows {
            let noun = row.fields[columns["noun"]]
            guard let nature = Agent.Nature(rawValue: row.fields[columns["nature"]]) else {
                throw TableError(
                    file: table.name, line: row.line,
                    problem: "nature '\(row.fields[columns["nature"]])': person, people, body or equipment")
            }
            let sectors = try sectors(row.fields[columns["sectors"]], table, row)
            let weight = try weight(row.fields[columns["weight"]], table, row)
            let plural = row.fields[columns["plural"]]
            let singular = addAgent(Agent(noun: noun, nature: nature, plural: nature == .people))
            for form in list(noun) {
                add(
                    Sense(kind: .agent, name: noun, country: nil, sectors: sectors, weight: weight, index: singular),
                    names: [form], casing: .any)
            }
            guard plural != "-" else { continue }
            let many = addAgent(Agent(noun: noun, nature: nature, plural: true))
            let forms = plural.isEmpty ? list(noun).map(regularPlural) : list(plural)
            add(
                Sense(kind: .agent, name: noun, country: nil, sectors: sectors, weight: weight, index: many),
                names: forms, casing: .any)
        }
    }

    mutating func readTitles(_ table: Table) throws(TableError) {
        let columns = try Columns(table, "title", "also", "sectors", "weight")
        for row in table.rows {
            let title = row.fields[columns["title"]]
            add(
                Sense(
                    kind: .title, name: title, country: nil,
                    sectors: try sectors(row.fields[columns["sectors"]], table, row),
                    weight: try weight(row.fields[columns["weight"]], table, row)),
                names: [title] + list(row.fields[columns["also"]]), casing: .any)
        }
    }

    mutating func readModifiers(_ table: Table) throws(TableError) {
        let columns = try Columns(table, "word", "sectors", "effect")
        for row in table.rows {
            guard let effect = Effect(rawValue: row.fields[columns["effect"]]) else {
                throw TableError(
                    file: table.name, line: row.line, problem: "unknown effect '\(row.fields[columns["effect"]])'")
            }
            let index = addEffect(effect)
            add(
                Sense(
                    kind: .modifier, name: row.fields[columns["word"]], country: nil,
                    sectors: try sectors(row.fields[columns["sectors"]], table, row), index: index),
                names: list(row.fields[columns["word"]]), casing: .any)
        }
    }

    private func period(_ table: Table, _ row: Table.Row, _ columns: Columns, role: String?) throws(TableError)
        -> NamedActor.Period
    {
        let code = row.fields[columns["code"]]
        if !code.isEmpty { try check(code: code, table, row) }
        let from = row.fields[columns["from"]]
        let to = row.fields[columns["to"]]
        let first = CalendarDate(firstDayOf: from)
        let last = CalendarDate(lastDayOf: to)
        for (text, date) in [(from, first), (to, last)] where !text.isEmpty && date == nil {
            throw TableError(file: table.name, line: row.line, problem: "'\(text)' is no YYYY, YYYY-MM or YYYY-MM-DD")
        }
        if let first, let last, last < first {
            throw TableError(file: table.name, line: row.line, problem: "ends (\(to)) before it begins (\(from))")
        }
        return NamedActor.Period(
            country: code.isEmpty ? nil : code, sectors: try sectors(row.fields[columns["sectors"]], table, row),
            role: role.flatMap { $0.isEmpty ? nil : $0 }, from: first, to: last)
    }
}

/// Positions of columns by name: so few are found sooner by comparing than by hashing.
private struct Columns {
    private var positions: [(name: String, position: Int)] = []

    init(_ table: Table, _ names: String...) throws(TableError) {
        for name in names { positions.append((name, try table.column(name))) }
    }

    subscript(name: String) -> Int { positions.first { $0.name == name }?.position ?? 0 }
}

private func list(_ field: String) -> [String] { field.parts(UInt8(ascii: "|")) }

private func sectors(_ field: String, _ table: Table, _ row: Table.Row) throws(TableError) -> [Sector] {
    var result: [Sector] = []
    for code in field.parts(UInt8(ascii: " ")) {
        guard let sector = Sector(rawValue: code) else {
            throw TableError(file: table.name, line: row.line, problem: "unknown sector '\(code)'")
        }
        result.append(sector)
    }
    return result
}

private func weight(_ field: String, _ table: Table, _ row: Table.Row) throws(TableError) -> Sense.Weight {
    switch field {
    case "strong": return .strong
    case "weak": return .weak
    case "none": return .none
    default: throw TableError(file: table.name, line: row.line, problem: "weight '\(field)': strong, weak or none")
    }
}

private func check(code: String, _ table: Table, _ row: Table.Row) throws(TableError) {
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
        throw TableError(file: table.name, line: row.line, problem: "'\(code)' is no code of three capitals")
    }
}

/// The regular plural of an English noun or of the last word of a compound.
func regularPlural(_ noun: String) -> String {
    let bytes = Array(noun.utf8)
    guard let last = bytes.last else { return noun }
    if last == UInt8(ascii: "y"), bytes.count > 1, !Array("aeiou".utf8).contains(bytes[bytes.count - 2]) {
        return String(noun.dropLast()) + "ies"
    }
    if noun.hasSuffix("man") { return String(noun.dropLast(2)) + "en" }
    if ["s", "x", "z", "ch", "sh"].contains(where: noun.hasSuffix) { return noun + "es" }
    return noun + "s"
}
