package fr.passerelle.calendar.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.passerelle.calendar.tour.HeldSessions.SeanceMatches;
import fr.passerelle.calendar.tour.HeldSessions.SeanceRow;
import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.study.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeancesFileTest {

    private static final LocalDate TODAY = LocalDate.of(2018, 3, 15);
    private static final String HEADER =
            "lieu;date;debut;mois_complet;tenue;presences;premieres_venues;heures_personne\n";
    private static final SeanceMatches PUBLISHED = new SeanceMatches(List.of(
            session(0, LocalDate.of(2018, 1, 9), 540, null),
            session(1, LocalDate.of(2018, 1, 16), 540, null),
            session(2, LocalDate.of(2018, 1, 16), 840, null),
            session(3, LocalDate.of(2018, 1, 23), 540, MotifSeance.LIEU_FERME)));

    @TempDir
    private Path folder;

    @Test
    void readsSessionsAndMonths() throws IOException {
        List<SeanceRow> rows = read("place:a;2018-01-09;;;oui;7;2;10.5\nplace:a;;;2018-01;;;;\n");

        assertThat(rows)
                .containsExactly(
                        new SeanceRow(2, "place:a", LocalDate.of(2018, 1, 9), null, null, true, 7, 2, 1_050),
                        new SeanceRow(3, "place:a", null, null, YearMonth.of(2018, 1), false, null, null, null));
        assertThat(rows).extracting(SeanceRow::month).containsOnly(YearMonth.of(2018, 1));
    }

    @Test
    void matchesByDayAndByHourWhereTheRowGivesIt() throws IOException {
        List<SeanceRow> rows = read("""
            place:a;2018-01-09;09:30;;oui;;;
            place:a;2018-01-09;;;oui;;;
            place:a;2018-01-16;14:00;;non;;;
            place:a;2018-01-16;10:00;;oui;;;
            place:a;2018-01-23;;;oui;3;;
            """);

        assertThat(rows)
                .extracting(
                        row -> PUBLISHED.of(row).map(PublishedSession::seance).orElse(""))
                .containsExactly("", "place:a|2018-01-08|0", "place:a|2018-01-08|2", "", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
        place:a;2018-03-16;;;oui;;; > n'est pas encore passé
        place:a;;;2018-03;;;; > n'est pas encore passé
        place:a;2018-01-10;;2018-01;oui;;; > l'un des deux
        place:a;;;;oui;;; > l'un des deux
        place:a;2018-01-10;;;;;; > dit si elle a été tenue
        place:a;;;2018-01;oui;;; > dit si elle a été tenue
        place:a;2018-01-10;;;non;3;; > n'a pas de comptes
        place:a;2018-01-10;;;oui;3;4; > premières venues
        place:a;2018-01-10;;;oui;;4; > premières venues
        place:a;2018-01-16;;;oui;;; > donnez l'heure de début
        place:b;2018-01-16;;;oui;;; > aucune séance n'a été publiée
        place:a;2018-01-09;;;oui;;; > la ligne 2 parle déjà
        place:a;2018-01-09;09:00;;oui;;; > la ligne 2 parle déjà de cette séance
        place:a;2018-01-10;;;oui;-1;; > Colonne « presences »
        """)
    void refusesAWholeFile(String row, String fault) {
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> read("place:a;2018-01-09;;;oui;;;\n" + row + "\n"))
                .satisfies(refused -> assertThat(refused.shown())
                        .startsWith("Le fichier « seances.csv », ligne 3 : ")
                        .contains(fault)
                        .doesNotContain("\n"));
    }

    private List<SeanceRow> read(String rows) throws IOException {
        WholeFile<SeanceRow> file =
                SeanceRow.read(Files.writeString(folder.resolve("seances.csv"), HEADER + rows), TODAY);
        return file.with(PUBLISHED.faults(file.lines())).rows();
    }

    private static PublishedSession session(int rank, LocalDate day, int start, @Nullable MotifSeance cancelled) {
        return new PublishedSession(
                "place:a|2018-01-08|" + rank,
                "place:a",
                "200072031",
                "A",
                "02408",
                day,
                start,
                start + 120,
                "A-01",
                0,
                1,
                cancelled);
    }
}
