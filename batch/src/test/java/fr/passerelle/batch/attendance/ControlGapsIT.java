package fr.passerelle.batch.attendance;

import static fr.passerelle.local.fixture.Csv.month;
import static fr.passerelle.local.fixture.Csv.period;
import static fr.passerelle.local.fixture.Csv.room;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.fixture.Import;
import fr.passerelle.sources.InputFile;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Controls that disagree are listed by the night that brings them, or that brings what they disagree with. */
class ControlGapsIT {

    private final Import night = new Import();

    @BeforeEach
    void inventory() {
        night.rooms(room("A", "02094"), room("B", "60057"));
    }

    @Test
    void listsAControlOfTheSameFile() {
        night.attendance(
                quarter("A", 500), month("A", "2017-01", 60), month("A", "2017-02", 60), month("A", "2017-03", 60));

        assertThat(night.corrections())
                .containsExactly(
                        "2 seances CONTROLE_INEGAL 4 12",
                        "2 heures_seances CONTROLE_INEGAL 10.50 31.50",
                        "2 presences CONTROLE_INEGAL 500 180");
    }

    @Test
    void listsItWhicheverOfTheTwoComesLater() {
        String[] months = {counted("A", "2017-01"), counted("A", "2017-02"), counted("A", "2017-03")};
        night.attendance(quarter("B", 500));
        night.attendance(months);
        night.attendance(bare("A", 500));
        List<String> quarterLater = night.corrections();

        night.attendance(counted("B", "2017-01"), counted("B", "2017-02"));
        List<String> partly = night.corrections();
        night.attendance(counted("B", "2017-03"));

        assertThat(quarterLater).containsExactly("2 presences CONTROLE_INEGAL 500 180");
        assertThat(partly).isEmpty();
        assertThat(night.corrections()).containsExactly("2 presences CONTROLE_INEGAL 500 180");
    }

    @Test
    void listsItNoMoreInANightThatSaysNothingOfItsMonths() {
        night.attendance(bare("A", 500), counted("A", "2017-01"), counted("A", "2017-02"), counted("A", "2017-03"));

        night.attendance(counted("A", "2017-04"), counted("B", "2017-01"));

        assertThat(night.corrections()).isEmpty();
    }

    @Test
    void listsItWhereAWithdrawalBringsTheDifference() {
        night.attendance(bare("A", 180), counted("A", "2017-01"), counted("A", "2017-02"));
        InputFile march = Import.register(counted("A", "2017-03"));
        InputFile other = Import.register(counted("A", "2017-03").replace("60", "90"));
        night.attendance(march);
        night.attendance(other);
        List<String> corrected = night.corrections();

        night.withdraw(other);

        assertThat(corrected).containsExactly("2 presences CONTROLE_INEGAL 180 210");
        assertThat(night.corrections()).isEmpty();
    }

    private static String quarter(String room, int presences) {
        return period("", room, "2017-01-01", "2017-03-31", "TRIMESTRE", presences);
    }

    private static String bare(String room, int presences) {
        return quarter(room, presences).replace(";4;10.5;", ";;;");
    }

    private static String counted(String room, String month) {
        return month(room, month, 60).replace(";4;10.5;", ";;;");
    }
}
