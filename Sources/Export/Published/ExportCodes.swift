import Lexicon

/// Countries, sectors, places and CAMEO codes in the vocabularies of published event data: the tables of `export/`, with
/// labels from `ontology/` and administrative units from `places/`. Immutable.
package struct ExportCodes: Sendable {
    /// A country in the codes of each format; empty where it has none.
    package struct Country: Sendable {
        /// As ICEWS writes it.
        package let name: String
        /// FIPS 10-4.
        package let fips: String
        /// Number in the Correlates of War state system.
        package let cow: String
        package let gdelt: String
        package let phoenix: String
    }
    /// What stands in the place of a country for actors that have none.
    package struct Organization: Sendable {
        /// CAMEO actor code: IGOUNO.
        package let cameo: String
        package let gdeltCountry: String
        package let gdeltGroup: String
        package let gdeltType: String
        package let icews: String
    }
    /// A PLOVER sector in the other formats; empty where it has none.
    package struct SectorCodes: Sendable {
        package let phoenix: String
        package let gdelt: String
        package let icews: String
    }

    /// By ISO 3166 alpha-3.
    package let countries: [String: Country]
    /// By IGO, UNO, EUR, NGO, ISM, IMG, MNC.
    package let organizations: [String: Organization]
    /// By PLOVER's code.
    package let sectors: [String: SectorCodes]
    /// CAMEO's own words for a code.
    package let labels: [String: String]
    package let units: AdministrativeUnits
    private let goldstein: [String: Double]

    /// - Throws: `TableError` for a table that cannot be read or lacks a column.
    package init(data: DataFolder) throws(TableError) {
        var countries: [String: Country] = [:]
        try ExportCodes.read("export/countries.tsv", ["country", "name", "fips", "cow", "gdelt", "phoenix"], data) {
            countries[$0[0]] = Country(name: $0[1], fips: $0[2], cow: $0[3], gdelt: $0[4], phoenix: $0[5])
        }
        var organizations: [String: Organization] = [:]
        let organizationColumns = ["code", "cameo", "gdelt_country", "gdelt_group", "gdelt_type", "icews"]
        try ExportCodes.read("export/organizations.tsv", organizationColumns, data) {
            organizations[$0[0]] = Organization(
                cameo: $0[1], gdeltCountry: $0[2], gdeltGroup: $0[3], gdeltType: $0[4], icews: $0[5])
        }
        var sectors: [String: SectorCodes] = [:]
        try ExportCodes.read("export/sectors.tsv", ["sector", "phoenix", "gdelt", "icews"], data) {
            sectors[$0[0]] = SectorCodes(phoenix: $0[1], gdelt: $0[2], icews: $0[3])
        }
        var goldstein: [String: Double] = [:]
        try ExportCodes.read("export/goldstein.tsv", ["cameo", "score"], data) { fields throws(TableError) in
            guard let score = Double(fields[1]) else {
                throw TableError(file: "export/goldstein.tsv", line: 0, problem: "'\(fields[1])' is no score")
            }
            goldstein[fields[0]] = score
        }
        var labels: [String: String] = [:]
        try ExportCodes.read("ontology/cameo.tsv", ["code", "label"], data) { labels[$0[0]] = $0[1] }
        self.countries = countries
        self.organizations = organizations
        self.sectors = sectors
        self.goldstein = goldstein
        self.labels = labels
        units = try AdministrativeUnits(data: data)
    }

    /// The Goldstein score of a CAMEO code or, where it has none of its own, of the code it is a part of.
    package func goldstein(_ cameo: String) -> Double? {
        var code = cameo
        while code.utf8.count >= 2 {
            if let score = goldstein[code] { return score }
            code.removeLast()
        }
        return nil
    }

    /// Calls `body` with the named fields of each row.
    static func read(
        _ file: String, _ columns: [String], _ data: DataFolder, _ body: ([String]) throws(TableError) -> Void
    ) throws(TableError) {
        let table = try Table(contentsOf: data.file(file))
        var positions: [Int] = []
        for column in columns { positions.append(try table.column(column)) }
        for row in table.rows { try body(positions.map { row.fields[$0] }) }
    }
}
