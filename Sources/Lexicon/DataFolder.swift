import Foundation

/// The folder of the program's plain-text data: lexicon, knowledge, places, models.
///
/// It is, in this order: the one the caller names; `$DEMARCHE_DATA`; `share/demarche` beside the executable's folder
/// (an installed program); `data` in the nearest folder above the executable that has one (a build in a checkout).
package struct DataFolder: Sendable {
    package let url: URL

    package init(url: URL) { self.url = url }

    /// - Throws: `DataFolderError` when none of the places has it.
    package static func locate(_ named: String? = nil) throws(DataFolderError) -> DataFolder {
        if let path = named ?? ProcessInfo.processInfo.environment["DEMARCHE_DATA"] {
            guard isFolder(URL(fileURLWithPath: path)) else { throw DataFolderError(tried: [path]) }
            return DataFolder(url: URL(fileURLWithPath: path))
        }
        let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        var folder = executable.deletingLastPathComponent()
        var tried = [folder.deletingLastPathComponent().appendingPathComponent("share/demarche")]
        while folder.path != "/" {
            tried.append(folder.appendingPathComponent("data"))
            folder.deleteLastPathComponent()
        }
        guard
            let found = tried.first(where: {
                FileManager.default.fileExists(atPath: $0.appendingPathComponent("README.md").path)
            })
        else {
            throw DataFolderError(tried: tried.prefix(2).map(\.path))
        }
        return DataFolder(url: found)
    }

    package func file(_ path: String) -> URL { url.appendingPathComponent(path) }

    private static func isFolder(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
    }
}

package struct DataFolderError: Error, CustomStringConvertible {
    package let tried: [String]
    package var description: String {
        "no data folder in \(tried.joined(separator: ", ")): set DEMARCHE_DATA to the folder that holds the lexicon and the models"
    }
}
