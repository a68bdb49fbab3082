package fr.passerelle.schemas.bareme;

import fr.passerelle.schemas.yaml.InvalidYaml;
import fr.passerelle.schemas.yaml.Problems;
import fr.passerelle.schemas.yaml.Yaml;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** From the YAML text of a barème to the barème. What is wrong is gathered, not thrown at once. */
final class BaremeReader {

    private BaremeReader() {}

    static Bareme read(String text) {
        Problems problems = new Problems();
        Bareme bareme = Section.read(Yaml.parse(text, problems), root -> bareme(text, root));
        if (!problems.none()) {
            throw new InvalidYaml("Le barème", problems.list());
        }
        return bareme;
    }

    private static Bareme bareme(String text, Section root) {
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
                root.section("reglement", ReglementReader::read));
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
