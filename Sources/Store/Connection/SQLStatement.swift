import CSQLite

/// A value to bind to a parameter.
enum SQLValue: Sendable, Equatable {
    case null
    case integer(Int)
    case real(Double)
    case text(String)

    init(_ text: String?) { self = text.map(SQLValue.text) ?? .null }
    init(_ number: Int?) { self = number.map(SQLValue.integer) ?? .null }
    init(_ number: Double?) { self = number.map(SQLValue.real) ?? .null }
}

/// A compiled statement with its row, if it stands on one. Parameters count from 1, columns from 0, as in SQLite.
final class SQLStatement {
    private let handle: OpaquePointer
    private unowned let database: Database

    init(_ handle: OpaquePointer, _ database: Database) {
        self.handle = handle
        self.database = database
    }

    deinit { sqlite3_finalize(handle) }

    func reset() { sqlite3_reset(handle) }

    // MARK: Binding

    func bind(_ values: [SQLValue]) throws(StoreError) {
        for (index, value) in values.enumerated() {
            switch value {
            case .null: try bindNull(index + 1)
            case .integer(let number): try bind(number, index + 1)
            case .real(let number): try bind(number, index + 1)
            case .text(let text): try bind(text, index + 1)
            }
        }
    }

    func bindNull(_ index: Int) throws(StoreError) { try check(sqlite3_bind_null(handle, Int32(index))) }

    func bind(_ number: Int, _ index: Int) throws(StoreError) {
        try check(sqlite3_bind_int64(handle, Int32(index), Int64(number)))
    }

    func bind(_ number: Double, _ index: Int) throws(StoreError) {
        try check(sqlite3_bind_double(handle, Int32(index), number))
    }

    func bind(_ text: String, _ index: Int) throws(StoreError) {
        var copy = text
        let code = copy.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                // An empty string may have no address, which SQLite takes for null.
                guard let address = characters.baseAddress else {
                    return demarche_bind_text(handle, Int32(index), "", 0)
                }
                return demarche_bind_text(handle, Int32(index), address, Int32(characters.count))
            }
        }
        try check(code)
    }

    func bind(_ number: Int?, _ index: Int) throws(StoreError) {
        if let number { try bind(number, index) } else { try bindNull(index) }
    }

    func bind(_ number: Double?, _ index: Int) throws(StoreError) {
        if let number { try bind(number, index) } else { try bindNull(index) }
    }

    func bind(_ text: String?, _ index: Int) throws(StoreError) {
        if let text { try bind(text, index) } else { try bindNull(index) }
    }

    // MARK: Stepping

    /// Moves to the next row; false at the end.
    func step() throws(StoreError) -> Bool {
        let code = sqlite3_step(handle)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let error = database.error(code)
            sqlite3_reset(handle)
            throw error
        }
    }

    /// Runs a statement that returns no rows, with the values bound to it.
    func run() throws(StoreError) {
        _ = try step()
        sqlite3_reset(handle)
    }

    func run(_ values: [SQLValue]) throws(StoreError) {
        try bind(values)
        try run()
    }

    /// The first column of the first row as a number; `nil` when there is no row.
    func number(_ values: [SQLValue] = []) throws(StoreError) -> Int? {
        try bind(values)
        defer { reset() }
        return try step() ? integer(0) : nil
    }

    // MARK: Columns

    func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }

    func integer(_ column: Int) -> Int { Int(sqlite3_column_int64(handle, Int32(column))) }

    func real(_ column: Int) -> Double { sqlite3_column_double(handle, Int32(column)) }

    /// Empty for null.
    func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }

    /// The value's bytes, valid until the next step.
    func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        let address = sqlite3_column_text(handle, Int32(column))
        return UnsafeBufferPointer(start: address, count: Int(sqlite3_column_bytes(handle, Int32(column))))
    }

    func optionalInteger(_ column: Int) -> Int? { isNull(column) ? nil : integer(column) }

    func optionalReal(_ column: Int) -> Double? { isNull(column) ? nil : real(column) }

    func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

    private func check(_ code: Int32) throws(StoreError) { if code != SQLITE_OK { throw database.error(code) } }
}
