package fr.passerelle.batch.attendance;

import static fr.passerelle.batch.fixture.Csv.period;
import static fr.passerelle.batch.fixture.Csv.room;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.fixture.Import;
import fr.passerelle.schemas.contract.AttendanceCodes;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table holds written codes, and the analysts' view gives their words again. */
class WrittenCodesIT {

    private final Import night = new Import();
    private final JdbcTemplate jdbc = new JdbcTemplate(night.dataSource());

    @Test
    void keepsTheCodeOfEachGrainAndShowsItsWord() {
        night.rooms(room("A", "02094"));

        night.attendance(
                period("", "A", "2010-01-04", "2010-01-04", "SEANCE", 1),
                period("", "A", "2011-01-04", "2011-01-04", "JOUR", 1),
                period("", "A", "2012-01-02", "2012-01-08", "SEMAINE", 1),
                period("", "A", "2013-01-01", "2013-01-31", "MOIS", 1),
                period("", "A", "2014-01-01", "2014-03-31", "TRIMESTRE", 1),
                period("", "A", "2015-01-01", "2015-06-30", "SEMESTRE", 1),
                period("", "A", "2016-01-01", "2016-12-31", "ANNEE", 1),
                period("", "A", "2017-01-02", "2017-01-05", "PERIODE", 1));

        assertThat(codes("grain")).isEqualTo(expected());
        assertThat(jdbc.queryForList("select grain from analyses.releves order by debut", String.class))
                .isEqualTo(Arrays.stream(Grain.values()).map(Grain::name).toList());
    }

    @Test
    void keepsTheCodeOfEachStateAndShowsItsWord() {
        night.rooms(room("A", "02094"));

        night.attendance(
                period("", "A", "2017-01-01", "2017-01-31", "MOIS", 1),
                ";A;2017-02-01;2017-02-28;MOIS;ACCES_LIBRE;FERME;;;;;;;");

        assertThat(codes("etat")).containsExactly(AttendanceCodes.of(Etat.OUVERT), AttendanceCodes.of(Etat.FERME));
        assertThat(jdbc.queryForList("select etat from analyses.releves order by debut", String.class))
                .containsExactly("OUVERT", "FERME");
    }

    private List<Integer> codes(String column) {
        return jdbc.query(
                "select " + column + " from passerelle.attendance order by period_start", (row, n) -> row.getInt(1));
    }

    private static List<Integer> expected() {
        return Arrays.stream(Grain.values()).map(AttendanceCodes::of).toList();
    }
}
