package fr.passerelle.schemas.bareme;

import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.schemas.person.PersonMask.PersonLines;
import fr.passerelle.schemas.text.TextResource;
import fr.passerelle.schemas.yaml.InvalidYaml;
import fr.passerelle.schemas.yaml.InvalidYaml.Problems;
import fr.passerelle.schemas.yaml.Yaml;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Where barèmes come from: those that are shipped, a file, or the text that a run carries. */
public final class Baremes {

    /** The one in force when nobody names another. */
    public static final String DEFAULT = "2017-05";

    private static final List<String> SHIPPED = List.of(DEFAULT, "2018-01");

    private Baremes() {}

    /** Identifiers of the shipped barèmes, oldest first. */
    public static List<String> shipped() {
        return SHIPPED;
    }

    /**
     * A shipped barème by its identifier, else the one in the file of that path, whose whole text runs keep and publish.
     *
     * @throws InvalidYaml when it is incoherent, or seems to name somebody; it says all that is wrong
     * @throws IllegalArgumentException when there is neither; the message, in French, says what there is
     */
    public static Bareme load(String idOrPath) {
        return read(
                SHIPPED.contains(idOrPath)
                        ? TextResource.of("/baremes/" + idOrPath + ".yaml", "Le barème livré " + idOrPath)
                        : PersonLines.requireNobody("Le barème", file(idOrPath)));
    }

    /** The barème of a run, in the text that RunOpened carries; {@link InvalidYaml} says all that is wrong. */
    public static Bareme read(String text) {
        Problems problems = new Problems();
        Bareme bareme = Section.read(Yaml.parse(text, problems), root -> bareme(text, root));
        if (!problems.none()) {
            throw new InvalidYaml("Le barème", problems.list());
        }
        return bareme;
    }

    private static String file(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("Le barème " + path + " n'est pas en UTF-8", e);
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException(
                    "Barème introuvable : « " + path + " » n'est ni un fichier lisible, ni un barème livré ("
                            + String.join(", ", SHIPPED) + ")",
                    e);
        }
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
                Sha256.of(text),
                root.section("jeu_de_regles", JeuDeRegles::read),
                root.section("reglement", Reglement::read),
                root.section("programmation", Programmation::read),
                root.section("tournees", Tournees::read));
    }
}
