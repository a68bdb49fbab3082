package fr.passerelle.schemas.bareme;

import fr.passerelle.schemas.bareme.JeuDeRegles.JeuDeReglesReader;
import fr.passerelle.schemas.bareme.Programmation.ProgrammationReader;
import fr.passerelle.schemas.bareme.Reglement.ReglementReader;
import fr.passerelle.schemas.bareme.Tournees.TourneesReader;
import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.schemas.person.PersonMask.PersonLines;
import fr.passerelle.schemas.yaml.InvalidYaml;
import fr.passerelle.schemas.yaml.InvalidYaml.Problems;
import fr.passerelle.schemas.yaml.Tree.Branch;
import fr.passerelle.schemas.yaml.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
        return BaremeReader.read(
                SHIPPED.contains(idOrPath)
                        ? resource(idOrPath)
                        : PersonLines.requireNobody("Le barème", file(idOrPath)));
    }

    /**
     * The barème of a run, in the text that RunOpened carries: rules that came later are as if they were not there.
     *
     * @throws InvalidYaml when it is incoherent; it says all that is wrong
     */
    public static Bareme read(String text) {
        return BaremeReader.readOfARun(text);
    }

    private static String resource(String id) {
        try (InputStream in = Baremes.class.getResourceAsStream("/baremes/" + id + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("Le barème livré " + id + " manque au programme");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Le barème livré " + id + " ne se lit pas", e);
        }
    }

    private static String file(String path) {
        try {
            byte[] bytes = Files.readAllBytes(Path.of(path));
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("Le barème " + path + " n'est pas en UTF-8", e);
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException(
                    "Barème introuvable : « " + path + " » n'est ni un fichier lisible, ni un barème livré ("
                            + String.join(", ", SHIPPED) + ")",
                    e);
        }
    }

    /** From the YAML text of a barème to the barème. What is wrong is gathered, not thrown at once. */
    private static final class BaremeReader {

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
                    Sha256.of(text),
                    root.section("jeu_de_regles", JeuDeReglesReader::read),
                    root.section("reglement", ReglementReader::read),
                    later.read(root, "programmation", ProgrammationReader::read),
                    later.read(root, "tournees", TourneesReader::read));
        }
    }
}
