package fr.passerelle.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.security.Role;
import fr.passerelle.local.fixture.Csv;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.schemas.table.TableSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;

/** Files with a canary in every kind of place: those of a night that is read, and those that are refused. */
final class Planted {

    private static final String HEADER = String.join(";", TableSchema.FREQUENTATION.leastHeader());
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

    private static final String EPCI = "240200519";
    private static final String MADE_UP = "Mme-Quatrepoint-12";

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
                read(file("guillemet.csv", HEADER + ";\"" + Canary.ALL + "\n" + row)),
                read(file("entete.csv", HEADER + ";" + Canary.NAME + "\n" + row + ";x")),
                read(
                        file("intervenant.csv", mapped()),
                        "--mapping",
                        file("intervenant.yaml", mapping("intervenant", CSV).replace(ADMISSION, ""))),
                read(folder.resolve("absent " + Canary.NAME + ".csv")),
                read(
                        file("inconnue.csv", mapped().replaceFirst("\n", ";" + Canary.NAME + "\n")),
                        "--mapping",
                        mapping("inconnue", "inconnue*.csv", CSV)),
                read(
                        sheets("autre", "Feuille de " + Canary.NAME),
                        "--mapping",
                        mapping("autre", "autre*.xlsx", "feuille: Relevés")),
                read(archive("double", 2), "--mapping", mapping("double", "double*.zip", CSV)),
                described("registre", "registre: mme-quatrepoint"),
                described("titre", "titre: Saisies de " + Canary.TITLED),
                described("origine", "origine: {producteur: " + Canary.EMAIL + "}"),
                described("note", "# Vu avec " + Canary.ALL),
                read(
                        file("bareme.csv", HEADER + "\n" + row),
                        "--bareme",
                        file("bareme.yaml", bareme().replaceFirst("source: \"", "source: \"" + Canary.TITLED + ", "))),
                read(
                        file("remarque.csv", HEADER + "\n" + row),
                        "--bareme",
                        file("remarque.yaml", "# Vu avec " + Canary.ALL + "\n" + bareme())));
    }

    private static List<String> read(Object... words) {
        return Stream.of(words).map(Object::toString).toList();
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
        var mapping = file(id + ".yaml", mapping(id, CSV) + line + "\n");
        return read(file(id + ".csv", mapped()), "--mapping", mapping);
    }

    private static String mapping(String id, String reading) {
        return MAPPING.formatted("essai-" + id, id + "*.csv", reading);
    }

    private static String bareme() {
        return Tree.read(Tree.root().resolve("schemas/src/main/resources/baremes/2017-05.yaml"))
                .replace("id: \"2017-05\"", "id: \"essai\"");
    }

    private Path sites() {
        String site = "%s;%s;02580;%s;;;;;;;;;;FABLAB";
        return file(
                "sites.csv",
                Csv.table(
                        TableSchema.SITES,
                        site.formatted("SITE-1", Canary.HARMLESS, "chez " + Canary.ALL),
                        site.formatted("SITE-2", Canary.TITLED, ""),
                        site.formatted("0647115893", "Mairie", ""),
                        site.formatted("Mme-Quatrepoint-12", "Mairie", "")));
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
        var rows = new ArrayList<>(List.of(worked("frequentation.csv").strip()));
        for (String activity : List.of(Canary.ALL, Canary.UNTITLED, Canary.NAME)) {
            rows.add(row.formatted("", "CAS-2", "2016-12-01", "MOIS", activity, "OUVERT", "", 3));
        }
        for (String id : List.of("quatrepoint", "zenobie.quatrepoint", "0647115893", MADE_UP, "2850580123456")) {
            rows.add(row.formatted(id, "CAS-2", "2016-12-01", "MOIS", "ATELIER", "OUVERT", "", 3));
        }
        rows.add(row.formatted("", "CAS-2", "2016-12-01", "MOIS", Canary.HARMLESS, "OUVERT", "", "abc"));
        rows.add(row.formatted("", "CAS-2", "2016-12-01", "MOIS", "MOJI", "OUVERT", "", Canary.NAME));
        rows.add(row.formatted("", "CAS-2", "2016-12-01", "MOIS", Canary.ALL, "OUVERT", "", Canary.PHONE));
        rows.add(row.formatted("", "CAS-2", Canary.NAME, "MOIS", "A", "OUVERT", "", 3));
        rows.add(row.formatted("", "CAS-2", "2016-12-01", Canary.NAME, "A", "OUVERT", "", 3));
        rows.add(row.formatted("", "CAS-2", "2016-12-01", "MOIS", "A", Canary.TITLED, Canary.NIR, 3));
        for (String room : List.of(Canary.NAME, "Quatrepoint", MADE_UP, "0647115893")) {
            rows.add(row.formatted("", room, "2016-12-01", "MOIS", "A", "OUVERT", "", 3));
        }
        rows.add(row.formatted(Canary.EMAIL, "CAS-2", "2016-12-01", "MOIS", "A", "OUVERT", "", 3));
        rows.add(row.formatted("", "CAS-2", "2016-12-01", "MOIS", "A", "OUVERT", "", 3) + ";" + Canary.ALL);
        rows.add(row.formatted("", "CAS-2", "2016-12-01", "MOIS", "\"A\" " + Canary.NAME, "OUVERT", "", 3));
        return file(
                "frequentation_" + Canary.NAME.toUpperCase(Locale.ROOT).replace(' ', '_') + ".csv",
                String.join("\n", rows) + "\n");
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
        return file("seances " + Canary.NAME + ".csv", mapped() + unknown);
    }

    private static String mapped() {
        return "Salle;Jour;Intervenant;Présences;Nom usager\nSalle A;2016-03-01;ATELIER;3;" + Canary.NAME + "\n";
    }

    private Path sheets(String name, String second) {
        Path file = folder.resolve(name + " " + Canary.NAME + ".xlsx");
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "Essai", "1.0")) {
            book.newWorksheet(Canary.NAME).value(0, 0, Canary.ALL);
            var sheet = book.newWorksheet(second);
            String[] rows = mapped().replace("2016-03-01", "2016-04-01").strip().split("\n", -1);
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
        return PrivateFiles.unchecked(() -> {
            try (var zip = new ZipOutputStream(Files.newOutputStream(file), UTF_8)) {
                for (int entry = 1; entry <= entries; entry++) {
                    zip.putNextEntry(new ZipEntry(Canary.NAME + " " + entry + ".csv"));
                    zip.write(mapped().replace("2016-03-01", "2016-05-01").getBytes(UTF_8));
                }
            }
            return file;
        });
    }

    private Path mapping(String id, String glob, String reading) {
        return file(id + ".yaml", MAPPING.formatted("essai-" + id, glob, reading));
    }

    private static String worked(String name) {
        return Tree.read(Inputs.WORKED.resolve(name));
    }

    private Path file(String name, String text) {
        return Tree.write(folder.resolve(name), text);
    }

    /** Types a canary wherever the console takes a text; nothing is started by it. */
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

    /** Somebody who does not exist, planted where real people slip in; and a harmless word, planted beside to prove that the search finds. */
    static final class Canary {

        static final String NAME = "Zénobie Quatrepoint";
        static final String TITLED = "Mme " + NAME;
        /** Without a title, under a first name that many bear. */
        static final String BARE = "Jean Quatrepoint";

        static final String PHONE = "06 47 11 58 93";
        static final String NIR = "2 85 05 80 123 456 78";
        static final String EMAIL = "zenobie.quatrepoint@exemple.fr";
        static final String IBAN = "FR76 3000 6000 0112 3456 7890 189";
        static final String ALL = TITLED + ", " + PHONE + ", " + NIR + ", " + EMAIL;

        /** The same somebody as registers write them. */
        static final String UNTITLED =
                "madame zénobie quatrepoint, Dr Quatrepoint, Me Quatrepoint, Mmes Durand et Quatrepoint, " + IBAN
                        + ", zenobie[arobase]exemple.fr, née le 12/03/1956, 647115893";

        /** How people write such things, one by one: typed, glued together, pasted from a page or a letter. */
        static final List<String> SHAPES = List.of(
                TITLED,
                "M. Jean Quatrepoint",
                "Mme_Quatrepoint",
                "Mme\u2003Quatrepoint",
                "M\u00ADme Quatrepoint",
                PHONE,
                "06.47.11.58.93",
                "0647 115 893",
                "06\u201147\u201111\u201158\u201193",
                "06\u200947\u200911\u200958\u200993",
                "+33 6 47 11 58 93",
                "+33647115893",
                "0033 6 47 11 58 93",
                NIR,
                "2850580123456",
                "285058012345678",
                "２８５０５８０１２３４５６７８",
                EMAIL);

        /** Written in an accepted row and in a refused one, as a free text; without accents, which a workbook writes as entities. */
        static final String HARMLESS = "Sujet inoffensif";

        private static final Pattern MARKS = Pattern.compile("\\p{M}+");
        private static final Pattern GAPS = Pattern.compile("(?<=\\d)[\\h./_\\p{Pd}](?=\\d)|\\p{Cf}");
        private static final List<String> TRACES = List.of(
                "zenobie", "quatrepoint", "647115893", "2850580123456", "exemple.fr", "30006000011", "12/03/1956");

        private Canary() {}

        /** What of the canary is in a text, whatever the case, the accents and the gaps between digits. */
        static List<String> tracesIn(String text) {
            String plain = plain(text);
            return TRACES.stream().filter(plain::contains).toList();
        }

        /** The first lines in which something of it stands. */
        static List<String> linesIn(String text) {
            return text.lines()
                    .filter(line -> !tracesIn(line).isEmpty())
                    .limit(5)
                    .toList();
        }

        static boolean harmlessIn(String text) {
            return plain(text).contains(plain(HARMLESS));
        }

        private static String plain(String text) {
            String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
            String bare = MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
            return GAPS.matcher(bare).replaceAll("");
        }
    }
}
