/// The shape of a store and how older ones are brought to it. `PRAGMA user_version` holds the number of the last
/// migration that a file has been through.
enum Schema {
    /// "DMRC": marks a file as a store of this program.
    static let applicationID = 0x444D_5243

    /// Each brings a file from the version of its index to the next. Never changed once released; new ones are added.
    static let migrations: [String] = [tables + searchTables + indexes + views]

    static var version: Int { migrations.count }

    /// Checks that a file is a store, and brings it to the newest version when it may be written to.
    static func prepare(_ database: Database, access: Database.Access) throws {
        let version = try database.prepare("PRAGMA user_version").number() ?? 0
        let application = try database.prepare("PRAGMA application_id").number() ?? 0
        let objects = try database.prepare("SELECT count(*) FROM sqlite_schema").number() ?? 0
        let isNew = application == 0 && version == 0 && objects == 0
        guard application == applicationID || (isNew && access == .writing) else {
            throw StoreError(
                file: database.file, kind: isNew ? .notADatabase : .otherDatabase,
                problem: "application id \(application)")
        }
        guard version <= Schema.version else {
            throw StoreError(
                file: database.file, kind: .newerSchema,
                problem: "its schema has number \(version), this program knows \(Schema.version)")
        }
        guard version < Schema.version else { return }
        guard access == .writing else {
            throw StoreError(
                file: database.file, kind: .request,
                problem:
                    "\(database.file): has the schema of an older version; code into it once to bring it up to date")
        }
        try migrate(database)
    }

    private static func migrate(_ database: Database) throws {
        try database.execute("PRAGMA journal_mode = WAL")
        try database.transaction {
            // Another process may have done it since the first look.
            let version = try database.prepare("PRAGMA user_version").number() ?? 0
            for index in version..<max(version, Schema.version) { try database.execute(migrations[index]) }
            try database.execute(
                "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(Schema.version)")
        }
    }
}
