package fr.passerelle.batch.attendance;

import static fr.passerelle.local.fixture.Csv.month;
import static fr.passerelle.local.fixture.Csv.room;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.fixture.Import;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.sources.InputFile;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of the months of a room as of a run, whatever later runs told. */
class MonthsAsOfIT {

    private static final String OTHERS = "BCDEF";

    private final Import night = new Import();
    private final JdbcClient jdbc = JdbcClient.create(night.dataSource());
    private final Records records = new Records();

    @BeforeEach
    void inventory() {
        night.rooms(with("A"));
    }

    @Test
    void keepsWhatEachRunTold() {
        night.attendance(month("A", "2017-01", 10));
        long first = night.runNo();
        night.attendance(month("A", "2017-01", 11), month("A", "2017-02", 5));

        assertThat(known(first - 1)).isEmpty();
        assertThat(known(first)).containsExactly("2017-01 [10]");
        assertThat(known(night.runNo())).containsExactly("2017-01 [11]", "2017-02 [5]");
    }

    @Test
    void forgetsAMonthThatIsTakenBack() {
        InputFile file = Import.register(month("A", "2017-01", 10));
        night.attendance(file);
        night.withdraw(file);

        assertThat(known(night.runNo())).containsExactly("2017-01 []");
    }

    @Test
    void forgetsTheMonthsOfARoomThatLeftUntilItIsBack() {
        night.attendance(month("A", "2017-01", 10));
        night.rooms(with());
        assertThat(known(night.runNo())).isEmpty();

        night.rooms(with("A"));

        assertThat(known(night.runNo())).containsExactly("2017-01 [10]");
    }

    /** The log forgot it with its room: that the figures are the ones told long ago does not make them known. */
    @Test
    void tellsAgainWhatComesBackAfterItsRoom() {
        InputFile file = Import.register(month("A", "2017-01", 10));
        night.attendance(file);
        night.rooms(with());
        night.withdraw(file);
        night.rooms(with("A"));
        assertThat(known(night.runNo())).isEmpty();

        night.attendance(month("A", "2017-01", 10));

        assertThat(known(night.runNo())).containsExactly("2017-01 [10]");
    }

    @Test
    void countsNoLineAsNewWhereARoomMoves() {
        night.attendance(month("A", "2017-01", 10));

        night.rooms(inventory("60057", "A"));

        assertThat(night.months()).singleElement().satisfies(month -> {
            assertThat(month.getCarried()).isTrue();
            assertThat(month.getAdded() + month.getChanged() + month.getRemoved())
                    .isZero();
        });
    }

    private List<String> known(long runNo) {
        return jdbc.sql("select payload from passerelle.months_as_of('A', :runNo) order by month")
                .param("runNo", runNo)
                .query((row, n) -> said(Objects.requireNonNull(row.getBytes(1))))
                .list();
    }

    private String said(byte[] payload) {
        MonthReported month = records.decode(payload, MonthReported.getClassSchema(), MonthReported.class);
        return month.getMonth() + " "
                + month.getLines().stream()
                        .map(line -> line.getCounts().getPresences())
                        .toList();
    }

    /** Five rooms that stay, and these in Château-Thierry. */
    private static String[] with(String... rooms) {
        return inventory("02094", rooms);
    }

    private static String[] inventory(String commune, String... rooms) {
        return Stream.concat(
                        OTHERS.chars().mapToObj(other -> room(String.valueOf((char) other), "60057")),
                        Stream.of(rooms).map(id -> room(id, commune)))
                .toArray(String[]::new);
    }
}
