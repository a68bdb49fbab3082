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
            animateur:
              cout_par_an: {valeur: 0, source: "aucune"}
          signalements:
            mois_recents_minimum: {valeur: 0, source: "aucune"}
            presences_minimum: {valeur: 0, source: "aucune"}
          robustesse:
            presences_atteignables: {valeur: 20000, source: "aucune"}
            presences_multiple: {valeur: 1000000, source: "aucune"}
        """;

    private BaremeReader() {}

    /** How a section is read that texts of earlier runs may not have. */
    private interface LaterSections {
        <T> Optional<T> read(Section root, String key, Function<Section, T> reader);
    }

    /** A barème to be used from now on: each key must be there. */
    static Bareme read(String text) {
        return read(text, Branch.absent(), BaremeReader::required);
    }

    /** That of a run, whenever it was. */
    static Bareme readOfARun(String text) {
        return read(text, Yaml.parse(BEFORE, new Problems()), Section::optional);
    }

    private static <T> Optional<T> required(Section root, String key, Function<Section, T> reader) {
        return Optional.of(root.section(key, reader));
    }

    private static Bareme read(String text, @Nullable Branch unsaid, LaterSections later) {
        Problems problems = new Problems();
        Bareme bareme = Section.read(Yaml.parse(text, problems), unsaid, root -> bareme(text, root, later));
        if (!problems.none()) {
            throw new InvalidYaml("Le barème", problems.list());
        }
        return bareme;
    }

    private static Bareme bareme(String text, Section root, LaterSections later) {
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
                later.read(root, "programmation", ProgrammationReader::read),
                later.read(root, "tournees", TourneesReader::read));
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
