package fr.passerelle.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.cli.command.OperatorCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A configuration that cannot be read is one French sentence, and never a trace. */
class UnreadableConfigurationTest {

    private static final String ROOMS = """
        id_salle;nom;code_insee;adresse;latitude;longitude;gestionnaire_siren;gestion;date_ouverture;date_fermeture;postes;surface_m2;connexion;debit_mbits;heures_hebdo_declarees;heures_hebdo_reelles;animateur_etp;accord_proprietaire;acces_plain_pied;acces_hors_horaires;espace_clos;espace_ventile;fonctions;themes
        S1;Salle;02168;;;;;REGION;;;;;;;;;;;;;;;;
        """;

    @TempDir
    private Path directory;

    @Test
    void saysWhichSettingCannotBeRead() {
        assertRefused(
                "Le réglage « passerelle.chunk » ne peut pas être lu", "check", rooms(), "--passerelle.chunk=beaucoup");
        assertRefused(
                "Le réglage « passerelle.await.still » ne peut pas être lu",
                "check",
                rooms(),
                "--passerelle.await.still=longtemps");
    }

    @Test
    void saysThatTheFileOfSettingsCannotBeRead() {
        write("passerelle.properties", "passerelle.chunk=\\uZZZZ\n");

        assertRefused(
                "Le fichier de réglages « passerelle.properties »", "check", rooms(), "--passerelle.var=" + directory);
    }

    @Test
    void saysThatTheFileOfSettingsIsAFolder() throws IOException {
        Files.createDirectory(directory.resolve("passerelle.properties"));

        assertRefused(
                "Le fichier de réglages « passerelle.properties »", "check", rooms(), "--passerelle.var=" + directory);
    }

    @Test
    void saysThatTheFolderOfFactsIsAFile() {
        String file = write("faits", "");

        assertRefused("(passerelle.facts)", "check", rooms(), "--passerelle.facts=" + file);
        assertRefused("(passerelle.facts)", "check", rooms(), "--passerelle.facts=" + directory.resolve("absent"));
    }

    @Test
    void saysWhatIsWrongWithABareme() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("dossier"));
        Path latin = directory.resolve("latin.yaml");
        Files.write(latin, new byte[] {'a', (byte) 0xE9});

        assertRefused("Le barème ne peut pas être utilisé", "bareme", "show", write("faux.yaml", "a: [1\n"));
        assertRefused("Le barème ne peut pas être utilisé", "bareme", "show", write("vide.yaml", ""));
        assertRefused("Le barème ne peut pas être utilisé", "bareme", "check", write("liste.yaml", "- a\n"));
        assertRefused("n'est pas en UTF-8", "bareme", "show", latin.toString());
        assertRefused("ni un fichier lisible", "bareme", "show", folder.toString());
        assertRefused(
                "introuvable",
                "bareme",
                "show",
                directory.resolve("absent.yaml").toString());
    }

    @Test
    void saysWhatIsWrongWithAMapping() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("dossier"));

        assertRefused("n'a aucun mapping", "mapping", "check", folder.toString());
        assertRefused("ce n'est pas du YAML lisible", "mapping", "check", write("faux.yaml", "a: [1\n"));
        assertRefused(
                "n'existe pas",
                "mapping",
                "check",
                directory.resolve("absent.yaml").toString());
        assertRefused("n'existe pas", "mapping", "check", write("fichier", "") + "/absent.yaml");
        assertRefused("ne peut pas être lu", "check", rooms(), "--mapping", folder.toString());
    }

    @Test
    void saysThatAFolderIsNoFile() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("dossier"));

        assertRefused("est un dossier : donnez un fichier", "check", folder.toString());
        assertRefused("est un dossier : donnez un fichier", "mapping", "init", folder.toString());
    }

    /** As in a folder that may not be entered, whether the file is there cannot be told: of a link that leads to itself. */
    @Test
    void doesNotSayOfAFileThatCannotBeReachedThatItDoesNotExist() throws IOException {
        Path link = directory.resolve("lien.csv");
        Files.createSymbolicLink(link, link);

        assertRefused("« lien.csv » ne peut pas être lu", "check", link.toString());
        assertRefused("n'existe pas", "check", directory.resolve("registre.csv").toString());
    }

    private String rooms() {
        return write("salles.csv", ROOMS);
    }

    private static void assertRefused(String sentence, String... words) {
        CommandOutput commandOutput = CommandOutput.by(words);

        assertThat(commandOutput.err()).contains(sentence).doesNotContain("\tat ", "Exception", "inattendue");
        assertThat(commandOutput.out()).doesNotContain("\tat ", "Exception");
        assertThat(commandOutput.code()).isEqualTo(OperatorCommand.WRONG_USE);
    }

    private String write(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text, UTF_8).toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
