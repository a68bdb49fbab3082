package fr.passerelle.schemas.bareme;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** From the YAML text of a barème to the barème. Works on the parser's nodes, which know their lines, not on maps, which do not. */
final class BaremeReader {

    private BaremeReader() {}

    static Bareme read(String text) {
        return Section.read("barème", composed(text), root -> bareme(text, root));
    }

    private static Bareme bareme(String text, Section root) {
        Scalar id = root.scalar("id");
        id.require(
                id.text().matches("[0-9A-Za-z][0-9A-Za-z._-]*"),
                "vaut « " + id.text() + " » : lettres, chiffres, point et tirets seulement");
        return new Bareme(
                id.text(),
                root.scalar("titre").words(),
                root.scalar("en_vigueur").day(),
                root.scalar("nature").oneOf(Bareme.Nature.class),
                text,
                sha256(text),
                root.section("jeu_de_regles", JeuDeReglesReader::read),
                root.section("reglement", ReglementReader::read));
    }

    static Node composed(String text) {
        try {
            return new Compose(
                            LoadSettings.builder().setAllowNonScalarKeys(true).build())
                    .composeString(text)
                    .orElseThrow(() -> new InvalidBareme(1, "le texte est vide"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new InvalidBareme(line, "ce n'est pas du YAML lisible", e);
        } catch (YamlEngineException e) {
            throw new InvalidBareme(1, "ce n'est pas du YAML lisible", e);
        }
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
