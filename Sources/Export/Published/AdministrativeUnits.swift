import Lexicon

/// What the gazetteer calls countries, and the codes of first-level units by the names that it gives them.
package struct AdministrativeUnits: Sendable {
    private let codes: [String: [String: String]]
    private let countryNames: [String: String]

    /// GeoNames' codes are those of FIPS 10-4 but for these countries, where they are ISO's or of a level in between.
    private static let withoutFIPS: Set<String> = ["BEL", "CHE", "GBR", "GRC", "MNE"]

    /// Reads `places/countries.tsv` and `places/admin1.tsv`.
    init(data: DataFolder) throws(TableError) {
        var codes: [String: [String: String]] = [:]
        try ExportCodes.read("places/admin1.tsv", ["country", "code", "name", "variants"], data) { fields in
            if AdministrativeUnits.withoutFIPS.contains(fields[0]) { return }
            for name in fields[3].split(separator: "|").map(String.init) + [fields[2]] {
                codes[fields[0], default: [:]][name] = fields[1]
            }
        }
        self.codes = codes
        var names: [String: String] = [:]
        try ExportCodes.read("places/countries.tsv", ["country", "name"], data) { names[$0[0]] = $0[1] }
        countryNames = names
    }

    /// - Parameter country: ISO 3166 alpha-3.
    func countryName(_ country: String) -> String? { countryNames[country] }

    /// FIPS 10-4 without the country's part.
    /// - Parameter country: ISO 3166 alpha-3.
    /// - Returns: `nil` where no code is known.
    func fips(_ unit: String, country: String) -> String? { codes[country]?[unit] }
}
