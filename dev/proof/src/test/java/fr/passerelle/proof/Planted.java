package fr.passerelle.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.security.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;

/** Files with a canary in every kind of place: those of a night that is read, and those that are refused. */
final class Planted {

    private static final String HEADER = "id_releve;id_salle;periode_debut;periode_fin;grain;activite;etat;seances;"
            + "heures_seances;presences;heures_personnes;inscrits;personnes_distinctes;scolaires";
    private static final String ADMISSION = "admettre: {Intervenant: toujours une association}\n";
    private static final String MAPPING = """
        mapping: %s
        table: frequentation
        fichiers: ["%s"]
        lecture: {%s}
        colonnes:
          id_salle:
            de: Salle
            traduire: {"Salle A": CAS-1}
            sinon: rejet
          periode_debut: Jour
          periode_fin: Jour
          grain: {constante: SEANCE}
          activite: Intervenant
          etat: {constante: OUVERT}
          presences: Présences
        ignorer: ["Nom usager"]
        """ + ADMISSION;
    private static final List<String> OPTIONS = List.of("--reason", "--act", "--organ", "--role", "--why", "--by");
    private static final String CSV = "charset: UTF-8, separateur: \";\"";
    private static final List<String> MAPPED_HEADER =
            List.of("Salle", "Jour", "Intervenant", "Présences", "Nom usager");

    private static final String EPCI = "240200519";

    private final Path folder;

    Planted(Path folder) {
        this.folder = folder;
    }

    /** A night that is read, with rejects and corrections. */
    List<String> night() {
        var arguments = new ArrayList<>(
                List.of("nightly", "--rooms", rooms().toString(), "--sites", sites().toString(), "--attendance"));
        for (Path file : List.of(attendance(), mappedCsv(), sheets("classeur", "Relevés"), archive("archive", 1))) {
            arguments.add(file.toString());
        }
        arguments.addAll(List.of("--intercommunalites", territories().toString()));
        arguments.addAll(List.of("--besoins", needs().toString()));
        for (Path mapping : List.of(
                mapping("seances", "seances*.csv", CSV),
                mapping("feuilles", "classeur*.xlsx", "feuille: Relevés"),
                mapping("archives", "archive*.zip", CSV))) {
            arguments.addAll(List.of("--mapping", mapping.toString()));
        }
        return arguments;
    }

    /** Attendance that cannot be read, each with a mapping or none. */
    List<List<String>> refused() {
        String row = ";CAS-1;2016-01-01;2016-01-31;MOIS;ATELIER;OUVERT;;;3;;;;";
        return List.of(
                List.of(file("guillemet.csv", HEADER + ";\"" + Canary.ALL + "\n" + row)
                        .toString()),
                List.of(file("entete.csv", HEADER + ";" + Canary.NAME + "\n" + row + ";x")
                        .toString()),
                List.of(
                        file("intervenant.csv", mapped(";")).toString(),
                        "--mapping",
                        file(
                                        "intervenant.yaml",
                                        MAPPING.formatted("essai-intervenant", "intervenant*.csv", CSV)
                                                .replace(ADMISSION, ""))
                                .toString()),
                List.of(folder.resolve("absent " + Canary.NAME + ".csv").toString()),
                List.of(
                        file("inconnue.csv", mapped(";").replaceFirst("\n", ";" + Canary.NAME + "\n"))
                                .toString(),
                        "--mapping",
                        mapping("inconnue", "inconnue*.csv", CSV).toString()),
                List.of(
                        sheets("autre", "Feuille de " + Canary.NAME).toString(),
                        "--mapping",
                        mapping("autre", "autre*.xlsx", "feuille: Relevés").toString()),
                List.of(
                        archive("double", 2).toString(),
                        "--mapping",
                        mapping("double", "double*.zip", CSV).toString()),
                described("registre", "registre: mme-quatrepoint"),
                described("titre", "titre: Saisies de " + Canary.TITLED),
                described("origine", "origine: {producteur: " + Canary.EMAIL + "}"),
                described("note", "# Vu avec " + Canary.ALL),
                List.of(
                        file("bareme.csv", HEADER + "\n" + row).toString(),
                        "--bareme",
                        file("bareme.yaml", bareme().replaceFirst("source: \"", "source: \"" + Canary.TITLED + ", "))
                                .toString()),
                List.of(
                        file("remarque.csv", HEADER + "\n" + row).toString(),
                        "--bareme",
                        file("remarque.yaml", "# Vu avec " + Canary.ALL + "\n" + bareme())
                                .toString()));
    }

    /** What commands are told in words, each of which must be refused: one shape in one option. */
    static List<List<String>> told() {
        var all = new ArrayList<List<String>>();
        for (String shape : Canary.SHAPES) {
            String option = OPTIONS.get(all.size() % OPTIONS.size());
            all.add(
                    option.equals("--reason")
                            ? List.of("replay", "plan", "--bareme", "2018-01", option, "Demandé par " + shape)
                            : decision(option, shape));
        }
        return all;
    }

    private static List<String> decision(String option, String text) {
        var words = new LinkedHashMap<>(Map.of(
                "--act", "2017-12", "--date", "2017-06-02", "--organ", "Commission permanente", "--why", "Vote"));
        words.put(option, text);
        var all = new ArrayList<>(List.of("decide", "CAS-2", "notified"));
        words.forEach((name, value) -> all.addAll(List.of(name, value)));
        return all;
    }

    private List<String> described(String id, String line) {
        var mapping = MAPPING.formatted("essai-" + id, id + "*.csv", CSV);
        return List.of(
                file(id + ".csv", mapped(";")).toString(),
                "--mapping",
                file(id + ".yaml", mapping + line + "\n").toString());
    }

    private static String bareme() {
        return Tree.read(Tree.root().resolve("schemas/src/main/resources/baremes/2017-05.yaml"))
                .replace("id: \"2017-05\"", "id: \"essai\"");
    }

    private Path sites() {
        String site = "%s;%s;02580;%s;;;;;;;;;;FABLAB\n";
        return file(
                "sites.csv",
                "id_site;nom;code_insee;adresse;surface_m2;connexion;debit_mbits;animateur_etp;accord_proprietaire;"
                        + "acces_plain_pied;acces_hors_horaires;espace_clos;espace_ventile;fonctions\n"
                        + site.formatted("SITE-1", Canary.HARMLESS, "chez " + Canary.ALL)
                        + site.formatted("SITE-2", Canary.TITLED, "")
                        + site.formatted("0647115893", "Mairie", "")
                        + site.formatted("Mme-Quatrepoint-12", "Mairie", ""));
    }

    private Path needs() {
        String row = "%s;%s;%s;%s;%s;%s;%s";
        var rows = new ArrayList<>(List.of("epci_siren;date;public;objet;commune;demandes;source"));
        for (String source : List.of(Canary.ALL, Canary.BARE, Canary.UNTITLED, "Vu avec " + Canary.EMAIL)) {
            rows.add(row.formatted(EPCI, "2016-11-05", "HABITANTS", "FABLAB", "", 12, source));
        }
        for (String objet : List.of(Canary.TITLED, "Prêt à " + Canary.BARE, Canary.NIR, "Rappeler " + Canary.PHONE)) {
            rows.add(row.formatted(EPCI, "2016-11-05", "HABITANTS", objet, "", 12, "Enquête"));
        }
        rows.add(row.formatted(Canary.NAME, "2016-11-05", "ELUS", "FABLAB", "", 12, Canary.HARMLESS));
        rows.add(row.formatted(EPCI, Canary.NAME, "ELUS", "FABLAB", "", 12, Canary.HARMLESS));
        rows.add(row.formatted(EPCI, "2016-11-05", Canary.NAME, "FABLAB", "", 12, Canary.HARMLESS));
        rows.add(row.formatted(EPCI, "2016-11-05", "ELUS", "FABLAB", Canary.NAME, 12, Canary.HARMLESS));
        rows.add(row.formatted(EPCI, "2016-11-05", "ELUS", "FABLAB", "", Canary.PHONE, Canary.HARMLESS));
        for (int day = 10; day < 20; day++) {
            rows.add(row.formatted(EPCI, "2016-11-" + day, "ELUS", "FABLAB", "", 12, Canary.HARMLESS));
        }
        return file("besoins.csv", String.join("\n", rows) + "\n");
    }

    private Path rooms() {
        String[] lines = worked("salles.csv").strip().split("\n", -1);
        String witness = lines[1].replace("Cas calculé à la main 1", Canary.HARMLESS);
        String[] cells = lines[2].split(";", -1);
        cells[3] = Canary.ALL + ", " + Canary.UNTITLED;
        cells[23] = "initiation|avec " + Canary.TITLED;
        String bad =
                lines[2].replace("CAS-2", "CAS-%d").replace("2016-11-15", "%s").replace(";4;50;", ";%s;50;");
        return file(
                "salles " + Canary.NAME + ".csv",
                String.join(
                        "\n",
                        lines[0],
                        witness,
                        String.join(";", cells),
                        lines[3],
                        lines[4],
                        bad.formatted(91, Canary.NAME, 4).replace("Cas calculé à la main 2", Canary.HARMLESS),
                        bad.formatted(92, "2016-11-15", Canary.PHONE),
                        bad.formatted(93, "2016-11-15", 4).replace("Cas calculé à la main 2", Canary.TITLED),
                        bad.formatted(94, "2016-11-15", 4).replace("Cas calculé à la main 2", Canary.EMAIL),
                        lines[2].replace("CAS-2", Canary.NAME),
                        lines[2] + ";" + Canary.ALL));
    }

    private Path attendance() {
        String row = "%s;%s;%s;2016-12-31;%s;%s;%s;%s;;%s;;;;";
        return file(
                "frequentation_" + Canary.NAME.toUpperCase(Locale.ROOT).replace(' ', '_') + ".csv",
                String.join(
                        "\n",
                        worked("frequentation.csv").strip(),
                        row.formatted("", "CAS-2", "2016-12-01", "MOIS", Canary.ALL, "OUVERT", "", 3),
                        row.formatted("", "CAS-2", "2016-12-01", "MOIS", Canary.UNTITLED, "OUVERT", "", 3),
                        row.formatted("", "CAS-2", "2016-12-01", "MOIS", Canary.NAME, "OUVERT", "", 3),
                        row.formatted("quatrepoint", "CAS-2", "2016-12-01", "MOIS", "ATELIER", "OUVERT", "", 3),
                        row.formatted("zenobie.quatrepoint", "CAS-2", "2016-12-01", "MOIS", "ATELIER", "OUVERT", "", 3),
                        row.formatted("0647115893", "CAS-2", "2016-12-01", "MOIS", "ATELIER", "OUVERT", "", 3),
                        row.formatted("Mme-Quatrepoint-12", "CAS-2", "2016-12-01", "MOIS", "ATELIER", "OUVERT", "", 3),
                        row.formatted("2850580123456", "CAS-2", "2016-12-01", "MOIS", "ATELIER", "OUVERT", "", 3),
                        row.formatted("", "CAS-2", "2016-12-01", "MOIS", Canary.HARMLESS, "OUVERT", "", "abc"),
                        row.formatted("", "CAS-2", "2016-12-01", "MOIS", "MOJI", "OUVERT", "", Canary.NAME),
                        row.formatted("", "CAS-2", "2016-12-01", "MOIS", Canary.ALL, "OUVERT", "", Canary.PHONE),
                        row.formatted("", "CAS-2", Canary.NAME, "MOIS", "A", "OUVERT", "", 3),
                        row.formatted("", "CAS-2", "2016-12-01", Canary.NAME, "A", "OUVERT", "", 3),
                        row.formatted("", "CAS-2", "2016-12-01", "MOIS", "A", Canary.TITLED, Canary.NIR, 3),
                        row.formatted("", Canary.NAME, "2016-12-01", "MOIS", "A", "OUVERT", "", 3),
                        row.formatted("", "Quatrepoint", "2016-12-01", "MOIS", "A", "OUVERT", "", 3),
                        row.formatted("", "Mme-Quatrepoint-12", "2016-12-01", "MOIS", "A", "OUVERT", "", 3),
                        row.formatted("", "0647115893", "2016-12-01", "MOIS", "A", "OUVERT", "", 3),
                        row.formatted(Canary.EMAIL, "CAS-2", "2016-12-01", "MOIS", "A", "OUVERT", "", 3),
                        row.formatted("", "CAS-2", "2016-12-01", "MOIS", "A", "OUVERT", "", 3) + ";" + Canary.ALL,
                        row.formatted("", "CAS-2", "2016-12-01", "MOIS", "\"A\" " + Canary.NAME, "OUVERT", "", 3),
                        ""));
    }

    private Path territories() {
        String[] lines = worked("intercommunalites.csv").strip().split("\n", -1);
        String[] cells = lines[1].split(";", -1);
        cells[6] = "chez " + Canary.TITLED + ", " + Canary.PHONE;
        String[] bad = lines[2].split(";", -1);
        bad[8] = Canary.NAME;
        return file(
                "intercommunalites.csv",
                String.join("\n", lines[0], String.join(";", cells), String.join(";", bad), lines[3]));
    }

    private Path mappedCsv() {
        String unknown = "%s;2016-03-02;A;3;%s\n".formatted("Salle de " + Canary.NAME, Canary.NAME);
        return file("seances " + Canary.NAME + ".csv", mapped(";") + unknown);
    }

    private static String mapped(String separator) {
        return String.join(separator, MAPPED_HEADER) + "\n"
                + String.join(separator, "Salle A", "2016-03-01", "ATELIER", "3", Canary.NAME) + "\n";
    }

    private Path sheets(String name, String second) {
        Path file = folder.resolve(name + " " + Canary.NAME + ".xlsx");
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "Essai", "1.0")) {
            book.newWorksheet(Canary.NAME).value(0, 0, Canary.ALL);
            var sheet = book.newWorksheet(second);
            String[] rows =
                    mapped(";").replace("2016-03-01", "2016-04-01").strip().split("\n", -1);
            for (int row = 0; row < rows.length; row++) {
                String[] cells = rows[row].split(";", -1);
                for (int place = 0; place < cells.length; place++) {
                    sheet.value(row, place, cells[place]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private Path archive(String name, int entries) {
        Path file = folder.resolve(name + " " + Canary.NAME + ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file), UTF_8)) {
            for (int entry = 1; entry <= entries; entry++) {
                zip.putNextEntry(new ZipEntry(Canary.NAME + " " + entry + ".csv"));
                zip.write(mapped(";").replace("2016-03-01", "2016-05-01").getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private Path mapping(String id, String glob, String reading) {
        return file(id + ".yaml", MAPPING.formatted("essai-" + id, glob, reading));
    }

    private static String worked(String name) {
        return Tree.read(
                Tree.root().resolve("dev/proof/src/test/resources/worked").resolve(name));
    }

    private Path file(String name, String text) {
        Path file = folder.resolve(name);
        Tree.write(file, text);
        return file;
    }

    /**
     * Types a canary wherever the console takes a text: forms, addresses, searches, the sign-in page, the API; none starts
     * anything.
     */
    static final class PlantedForms {

        private static final Map<String, String> DECISION = Map.of(
                "objet", "CAS-2",
                "nature", "notified",
                "acte", "2017-12",
                "date", "2017-06-02",
                "organe", "Commission permanente",
                "role", "instruction",
                "motif", "Vote");
        private static final List<String> WORDS = List.of("acte", "organe", "role", "motif", "date", "nature");
        private static final List<String> PLACES =
                List.of("/salles", "/executions", "/rejeux", "/decisions", "/api/v1/rooms");

        private final URI home;
        private final Visitor administrator;
        private final List<String> letIn = new ArrayList<>();

        PlantedForms(URI home) {
            this.home = home;
            this.administrator = Visitor.signedIn(home, ConsoleSystem.ADMIN, ConsoleSystem.PASSWORD);
        }

        /** Answers the forms that were not refused. */
        List<String> fill() {
            Canary.SHAPES.forEach(this::type);
            Canary.SHAPES.forEach(this::ask);
            liveAndBeErased();
            return letIn;
        }

        private void type(String shape) {
            WORDS.forEach(field -> refused("/decisions", with(DECISION, field, shape)));
            refused("/rejeux/preparer", Map.of("bareme", "2018-01", "motif", shape));
            refused("/rejeux/preparer", Map.of("bareme", shape, "motif", "Vote"));
            refused("/executions/N-000002/gestes/abandon", Map.of("motif", shape));
            refused("/operations/courante/arreter", Map.of("motif", shape));
        }

        private void ask(String shape) {
            String word = Visitor.encoded(shape).replace("+", "%20");
            for (String place : PLACES) {
                administrator.get(place + "/" + word);
                administrator.get(place + "?q=" + word + "&page=" + word + "&epci=" + word, "Referer", home + word);
            }
            new Visitor(home).signIn(shape, shape);
            new Visitor(home).get("/api/v1/rooms", "Authorization", Visitor.basic(shape, shape));
        }

        /** A name is in the list of accounts, for as long as the account is there. */
        private void liveAndBeErased() {
            String login = "zenobie.quatrepoint";
            String password = ConsoleSystem.drawn(administrator
                    .fill("/comptes", Map.of("login", login, "role", Role.ANALYSTE.name()))
                    .body());
            Visitor.signedIn(home, login, password).get("/salles");
            String page = administrator.get("/comptes").body();
            String id = page.substring(0, page.indexOf(login)).replaceAll("(?s).*/comptes/(c-[0-9a-f]+).*", "$1");
            administrator.fill("/comptes/" + id + "/effacement", Map.of());
            assertThat(administrator.get("/comptes").body()).doesNotContain(login);
        }

        private void refused(String path, Map<String, String> form) {
            HttpResponse<String> answer = administrator.post(path, form);
            answer.headers().firstValue("location").ifPresent(to -> letIn.add(path + " " + form + " goes to " + to));
        }

        private static Map<String, String> with(Map<String, String> form, String field, String text) {
            var changed = new LinkedHashMap<>(form);
            changed.put(field, text);
            return changed;
        }
    }
}
