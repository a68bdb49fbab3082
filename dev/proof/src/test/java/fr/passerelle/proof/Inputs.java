package fr.passerelle.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The input files of the proofs, as arguments of {@code nightly}. */
final class Inputs {

    private Inputs() {}

    /** The demonstration: a reconstruction. */
    static List<String> demonstration() {
        Path folder = Tree.root().resolve("dev/demo/data");
        List<String> arguments = new ArrayList<>(night(folder));
        arguments.addAll(
                arguments.indexOf("--intercommunalites"),
                List.of(
                        folder.resolve("frequentation-sablons.csv").toString(),
                        folder.resolve("frequentation-saint-quentinois.xlsx").toString(),
                        folder.resolve("frequentation-est-de-la-somme.csv").toString()));
        arguments.addAll(List.of("--sites", folder.resolve("sites.csv").toString()));
        arguments.addAll(
                List.of("--territoires", folder.resolve("territoires.csv").toString()));
        arguments.addAll(List.of("--mapping", folder.resolve("mappings").toString()));
        arguments.addAll(List.of("--besoins", folder.resolve("besoins.csv").toString()));
        return arguments;
    }

    /** The cases computed by hand in docs/worked-cases.md. */
    static List<String> workedCases() {
        return night(Tree.root().resolve("dev/proof/src/test/resources/worked"));
    }

    static List<String> night(Path folder) {
        return List.of(
                "nightly",
                "--rooms",
                folder.resolve("salles.csv").toString(),
                "--attendance",
                folder.resolve("frequentation.csv").toString(),
                "--intercommunalites",
                folder.resolve("intercommunalites.csv").toString());
    }
}
