package fr.passerelle.schemas.bareme;

import fr.passerelle.schemas.yaml.Branch;
import fr.passerelle.schemas.yaml.InvalidYaml;
import fr.passerelle.schemas.yaml.Problems;
import fr.passerelle.schemas.yaml.Yaml;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From the YAML text of a barème to the barème. What is wrong is gathered, not thrown at once. */
final class BaremeReader {

    /** What the texts of earlier runs do not say, since its rules came later: as it was without them. */
    private static final String BEFORE = """
        jeu_de_regles:
          conversion:
            duree_presence: {valeur: 0, source: "aucune"}
          signalements:
            mois_recents_minimum: {valeur: 0, source: "aucune"}
            presences_minimum: {valeur: 0, source: "aucune"}
          robustesse:
            presences_atteignables: {valeur: 20000, source: "aucune"}
            presences_multiple: {valeur: 1000000, source: "aucune"}
        """;

    private BaremeReader() {}

    /** A barème to be used from now on: each key must be there. */
    static Bareme read(String text) {
        return read(text, Branch.absent(), BaremeReader::required);
    }

    /** That of a run, whenever it was. */
    static Bareme readOfARun(String text) {
        return read(
                text,
                Yaml.parse(BEFORE, new Problems()),
                root -> root.optional("programmation", ProgrammationReader::read));
    }

    private static Optional<Programmation> required(Section root) {
        return Optional.of(root.section("programmation", ProgrammationReader::read));
    }

    private static Bareme read(
            String text, @Nullable Branch unsaid, Function<Section, Optional<Programmation>> programmation) {
        Problems problems = new Problems();
        Bareme bareme = Section.read(Yaml.parse(text, problems), unsaid, root -> bareme(text, root, programmation));
        if (!problems.none()) {
            throw new InvalidYaml("Le barème", problems.list());
        }
        return bareme;
    }

    private static Bareme bareme(String text, Section root, Function<Section, Optional<Programmation>> programmation) {
        String id = root.scalar("id").text();
        root.require(
                "id",
                id.matches("[0-9A-Za-z][0-9A-Za-z._-]*"),
                "« " + id + " » n'est pas possible ; écrivez des lettres, des chiffres, des points et des tirets");
        return new Bareme(
                id,
                root.scalar("titre").text(),
                root.scalar("en_vigueur").day(),
                root.scalar("nature").oneOf(Bareme.Nature.class),
                text,
                sha256(text),
                root.section("jeu_de_regles", JeuDeReglesReader::read),
                root.section("reglement", ReglementReader::read),
                programmation.apply(root));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Chaque JDK a SHA-256", e);
        }
    }
}
