package fr.passerelle.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.local.fixture.Csv;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.schemas.table.TableSchema;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The files of a small night: one room, one month. */
final class NightFiles {

    private static final String ROOMS = Csv.table(
            TableSchema.SALLES, "DEMO-1;Salle une;02691;;;;;REGION;2010-01-01;;8;;;;;;;;;;;;MEDIATION_NUMERIQUE;");
    private static final String ATTENDANCE =
            Csv.table(TableSchema.FREQUENTATION, ";DEMO-1;2017-10-01;2017-10-31;MOIS;ATELIER;OUVERT;10;20;80;160;;;");

    private final Path folder;

    NightFiles(Path folder) {
        this.folder = folder;
        write("salles.csv", ROOMS);
        write("frequentation.csv", ATTENDANCE);
    }

    String[] night(String... more) {
        Stream<String> words =
                Stream.of("nightly", "--rooms", path("salles.csv"), "--attendance", path("frequentation.csv"));
        return Stream.concat(words, Stream.of(more)).toArray(String[]::new);
    }

    void change() {
        write("frequentation.csv", ATTENDANCE.replace(";80;", ";81;"));
    }

    /**
     * Adds a row that counts the year before it is over, one that says that the room will be closed during all of the
     * next, and one of which the year is mistyped.
     */
    void tellYearsAhead() {
        write("frequentation.csv", ATTENDANCE + """
            ;DEMO-1;2017-01-01;2017-12-31;ANNEE;ATELIER;OUVERT;;;;;;40;
            ;DEMO-1;2018-01-01;2018-12-31;ANNEE;ATELIER;FERME;;;;;;;
            ;DEMO-1;2071-11-01;2071-11-30;MOIS;ATELIER;OUVERT;10;20;80;160;;;
            """);
    }

    void vanish() {
        Stream.of("salles.csv", "frequentation.csv")
                .forEach(name -> PrivateFiles.unchecked(() -> Files.deleteIfExists(folder.resolve(name))));
    }

    /** Moves the register elsewhere, as it is. */
    Path move() {
        return PrivateFiles.unchecked(
                () -> Files.move(folder.resolve("frequentation.csv"), folder.resolve("ailleurs.csv")));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String text) {
        write(folder, name, UTF_8, text);
    }

    /** Writes a file of a test, and says where it is. */
    static String write(Path folder, String name, Charset charset, String text) {
        return PrivateFiles.unchecked(() -> Files.writeString(folder.resolve(name), text, charset))
                .toString();
    }
}
