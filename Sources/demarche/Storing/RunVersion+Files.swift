import Foundation
import Lexicon
import Store

/// The program's version (https://semver.org).
let programVersion = "0.1.0"

extension RunVersion {
    /// What the given options make the program code with.
    /// - Throws: an error of the file system for a file that cannot be read.
    init(_ options: Options, data: DataFolder) throws {
        let parses = options["--parsed"].map { URL(fileURLWithPath: $0) }
        let model = parses ?? modelFolder(options, data)
        let own = ["lexicon", "ontology", "attribution", "relations/model.bin", "relations/words.tsv"].map(data.file)
        self.init(
            program: programVersion,
            // Two builds of one version may differ.
            executable: try ContentDigest.of([URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()]),
            model: try ContentDigest.of([model]), lexicon: try ContentDigest.of(own + lexiconFolders(options)),
            knowledge: try ContentDigest.of(["knowledge", "places", "time"].map(data.file)),
            options: parses == nil ? "" : "--parsed")
    }
}
