package fr.passerelle.batch.room;

import static fr.passerelle.batch.fixture.Import.BEAUVAIS;
import static fr.passerelle.batch.fixture.Import.CHATEAU_THIERRY;
import static fr.passerelle.batch.fixture.Import.EPCI;
import static fr.passerelle.batch.fixture.Import.RIBEMONT;
import static fr.passerelle.local.fixture.Csv.closedRoom;
import static fr.passerelle.local.fixture.Csv.month;
import static fr.passerelle.local.fixture.Csv.period;
import static fr.passerelle.local.fixture.Csv.room;
import static fr.passerelle.local.fixture.Csv.site;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.batch.fixture.Import;
import fr.passerelle.batch.fixture.Import.JournalRow;
import fr.passerelle.batch.fixture.Import.RejectRow;
import fr.passerelle.local.fixture.OtherFacts;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.schemas.event.MonthCause;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.RoomWithdrawal;
import fr.passerelle.schemas.event.RoomWithdrawn;
import fr.passerelle.schemas.event.SiteDescribed;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Inventories of rooms and files of sites, and what stands on the ground of an EPCI that is no more. */
class PlaceFilesIT {

    /** In CA Chauny Tergnier La Fère. */
    private static final String ACHERY = "02002";

    private static final String NEW = "200099999";

    private final Import night = new Import();

    @Test
    void appendsNothingTheSecondTime() {
        Counts first = night.rooms(room("A", CHATEAU_THIERRY), room("B", BEAUVAIS));
        Counts second = night.rooms(room("B", BEAUVAIS), room("A", CHATEAU_THIERRY));

        assertThat(first).isEqualTo(new Counts(2, 2, 0, 0, 0));
        assertThat(second).isEqualTo(new Counts(2, 0, 2, 0, 0));
        assertThat(night.lastRun()).isEmpty();
    }

    @Test
    void resolvesTheCommuneOfAFormerCode() {
        night.rooms(room("A", "02026"));

        RoomInventoried room = night.journal().getFirst().as(RoomInventoried.class);

        assertThat(room.getInsee()).isEqualTo("02458");
        assertThat(room.getHosting().getSurfaceM2Hundredths()).isEqualTo(4550);
        assertThat(room.getHosting().getVentilatedSpace()).isNull();
    }

    @Test
    void refusesARoomThatHasTheIdOfASite() {
        night.sites(site("A", BEAUVAIS));

        assertThat(night.rooms(room("A", CHATEAU_THIERRY), room("B", BEAUVAIS))).isEqualTo(new Counts(2, 1, 0, 1, 0));
        assertThat(night.rejects().getFirst().at()).isEqualTo("2 id_salle DOUBLON");
    }

    @Test
    void rejectsUnknownCommunesAndSecondRooms() {
        Counts counts =
                night.rooms(room("A", CHATEAU_THIERRY), room("A", BEAUVAIS), room("C", "60455"), room("D", "75056"));

        assertThat(counts).isEqualTo(new Counts(4, 1, 0, 3, 0));
        assertThat(night.rejects())
                .extracting(RejectRow::at)
                .containsExactly(
                        "3 id_salle DOUBLON", "4 code_insee COMMUNE_CONTRADICTOIRE", "5 code_insee COMMUNE_INCONNUE");
    }

    @Test
    void withdrawsNoRoomWhileARowDoesNotSayWhichItIsOf() {
        String[] rooms =
                IntStream.range(0, 10).mapToObj(i -> room("S" + i, BEAUVAIS)).toArray(String[]::new);
        night.rooms(rooms);

        rooms[1] = rooms[1].replace("S1;", "S 1;");
        assertThat(night.rooms(rooms)).isEqualTo(new Counts(10, 0, 9, 1, 0));
        assertThat(night.lastRun()).isEmpty();
        assertThat(night.count("passerelle.room")).isEqualTo(10);
    }

    @Test
    void carriesTheHistoryOfARoomThatMoves() {
        night.rooms(room("A", CHATEAU_THIERRY), room("B", BEAUVAIS));
        night.attendance(month("A", "2017-01", 10), month("A", "2017-02", 11), month("B", "2017-02", 3));
        String before = night.journal().getFirst().epci();

        night.rooms(room("A", BEAUVAIS), room("B", BEAUVAIS));

        List<JournalRow> moved = night.lastRun();
        assertThat(moved)
                .extracting(JournalRow::type)
                .containsExactly("RoomWithdrawn", "RoomInventoried", "MonthReported", "MonthReported");
        RoomWithdrawn left = moved.getFirst().as(RoomWithdrawn.class);
        assertThat(left.getReason()).isEqualTo(RoomWithdrawal.MOVED);
        assertThat(left.getEpci()).isEqualTo(before);
        assertThat(left.getMovedTo()).isEqualTo(moved.get(1).epci()).isNotEqualTo(before);
        assertThat(night.months()).extracting(MonthReported::getCarried).containsExactly(true, true);
        assertThat(night.months()).extracting(MonthReported::getCause).containsOnly(MonthCause.MOVE);
        assertThat(moved.get(3).epci()).isEqualTo(left.getMovedTo());
        assertThat(moved).extracting(JournalRow::subjectSeq).containsExactly(2L, 3L, 2L, 2L);
    }

    @Test
    void carriesALongHistoryWhole() {
        night.rooms(room("A", CHATEAU_THIERRY));
        night.attendance(IntStream.range(0, 12_345)
                .mapToObj(i -> period("r" + i, "A", "2017-01-05", "2017-01-05", "SEANCE", i))
                .toArray(String[]::new));

        night.rooms(room("A", BEAUVAIS));

        assertThat(night.months())
                .singleElement()
                .satisfies(month -> assertThat(month.getLines()).hasSize(12_345));
    }

    @Test
    void withdrawsARoomThatIsGoneAndGivesItsHistoryBackWhenItReturns() {
        night.rooms(fiveRoomsAnd(room("A", CHATEAU_THIERRY)));
        night.attendance(month("A", "2017-01", 10));

        night.rooms(fiveRoomsAnd());
        List<JournalRow> gone = night.lastRun();
        night.rooms(fiveRoomsAnd(room("A", CHATEAU_THIERRY)));

        assertThat(gone).hasSize(1);
        assertThat(gone.getFirst().as(RoomWithdrawn.class).getReason()).isEqualTo(RoomWithdrawal.GONE);
        assertThat(night.lastRun()).extracting(JournalRow::type).containsExactly("RoomInventoried", "MonthReported");
    }

    @Test
    void saysClosedOfARoomThatHadSaidItsClosingDay() {
        night.rooms(fiveRoomsAnd(closedRoom("A", CHATEAU_THIERRY)));
        night.rooms(fiveRoomsAnd());

        assertThat(night.lastRun().getFirst().as(RoomWithdrawn.class).getReason())
                .isEqualTo(RoomWithdrawal.CLOSED);
    }

    @Test
    void refusesAnInventoryThatWithdrawsTooManyAndKeepsAKnownRoomWhoseRowIsRejected() {
        night.rooms(fiveRoomsAnd());
        long before = night.count("passerelle.journal");

        assertThatThrownBy(() -> night.rooms(room("R1", BEAUVAIS), room("R2", BEAUVAIS), room("R3", "75056")))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("retirerait 2 des 5 salles connues");

        assertThat(night.count("passerelle.journal")).isEqualTo(before);
        assertThat(night.count("passerelle.reject")).isZero();
        assertThat(night.count("passerelle.room")).isEqualTo(5);

        Counts counts = night.rooms(
                room("R1", "75056"),
                room("R2", BEAUVAIS),
                room("R3", BEAUVAIS),
                room("R4", BEAUVAIS),
                room("R5", BEAUVAIS));

        assertThat(counts).isEqualTo(new Counts(5, 0, 4, 1, 0));
        assertThat(night.lastRun()).isEmpty();
        assertThat(night.count("passerelle.room")).isEqualTo(5);
    }

    @Test
    void masksWhatLooksLikeAPersonInAReject() {
        night.rooms(room("A", "75056").replace("Salle A", "Salle 03 23 00 11 22 jeanne@exemple.fr"));

        assertThat(night.rejects().getFirst().cells())
                .contains("[masqué]")
                .doesNotContain("jeanne")
                .doesNotContain("03 23");
    }

    @Test
    void describesASiteWithItsCommuneAndEpci() {
        assertThat(night.sites(site("S-1", ACHERY), site("S-2", "75056"))).isEqualTo(new Counts(2, 1, 0, 1, 0));
        assertThat(night.rejects().getFirst().at()).isEqualTo("3 code_insee COMMUNE_INCONNUE");
        assertThat(night.lastRun()).hasSize(1);
        JournalRow row = night.lastRun().getFirst();
        assertThat(row.subject()).isEqualTo("site:S-1");
        SiteDescribed site = row.as(SiteDescribed.class);
        assertThat(site.getEpci()).isEqualTo("200071785").isEqualTo(row.epci());
        assertThat(site.getHosting().getSurfaceM2Hundredths()).isEqualTo(12000);
        assertThat(site.getAddress()).isEqualTo("1 place de la Mairie");
    }

    @Test
    void refusesASiteThatHasTheIdOfARoom() {
        night.rooms(room("S-1", ACHERY));

        assertThat(night.sites(site("S-1", ACHERY), site("S-2", RIBEMONT))).isEqualTo(new Counts(2, 1, 0, 1, 0));
        assertThat(night.rejects().getFirst().at()).isEqualTo("2 id_site DOUBLON");
    }

    @Test
    void refusesAnIdThatIsAnotherButForCase() {
        night.sites(site("S-1", ACHERY), site("s-1", ACHERY));

        assertThat(night.rejects().getFirst().message()).contains("déjà pris par la ligne 2, à la casse près");
        assertThat(night.lastRun()).hasSize(1);
    }

    @Test
    void appendsNothingForASiteThatIsTheSameAndMovesOneToAnotherEpci() {
        night.sites(site("S-1", ACHERY));

        assertThat(night.sites(site("S-1", ACHERY))).isEqualTo(new Counts(1, 0, 1, 0, 0));
        assertThat(night.lastRun()).isEmpty();

        night.sites(site("S-1", RIBEMONT));

        assertThat(night.lastRun()).extracting(JournalRow::type).containsExactly("SiteWithdrawn", "SiteDescribed");
        assertThat(night.lastRun()).extracting(JournalRow::epci).containsExactly("200071785", "200040426");
    }

    @Test
    void keepsAKnownSiteWhoseRowIsRefusedAndWithdrawsOneThatIsNoLongerInTheFile() {
        night.sites(site("S-1", ACHERY), site("S-2", ACHERY));

        night.sites(site("S-1", ACHERY), site("S-2", "99999"));

        assertThat(night.lastRun()).isEmpty();
        assertThat(night.count("passerelle.site")).isEqualTo(2);

        night.sites(site("S-2", ACHERY));

        assertThat(night.lastRun()).extracting(JournalRow::type).containsExactly("SiteWithdrawn");
        assertThat(night.count("passerelle.site")).isEqualTo(1);
    }

    @Test
    void refusesAFileThatWithdrawsTooManySites() {
        night.sites(IntStream.range(0, 9).mapToObj(i -> site("S-" + i, ACHERY)).toArray(String[]::new));

        assertThatThrownBy(() -> night.sites(IntStream.range(2, 9)
                        .mapToObj(i -> site("S-" + i, ACHERY))
                        .toArray(String[]::new)))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("retirerait 2 des 9 sites connus");
    }

    @Test
    void movesARoomWithItsHistoryAndASiteWithoutAFile() {
        night.rooms(room("S-1", RIBEMONT));
        night.sites(site("T-1", RIBEMONT));
        night.attendance(month("S-1", "2017-01", 5), month("S-1", "2017-02", 6));
        night.under(ReferenceFacts.load(OtherFacts.merged(NEW, EPCI)));

        night.follow();

        assertThat(night.lastRun())
                .extracting(row -> row.type() + " " + row.epci())
                .containsExactly(
                        "RoomWithdrawn " + EPCI,
                        "RoomInventoried " + NEW,
                        "SiteWithdrawn " + EPCI,
                        "SiteDescribed " + NEW,
                        "MonthReported " + NEW,
                        "MonthReported " + NEW);
        assertThat(night.lastRun().getFirst().as(RoomWithdrawn.class).getReason())
                .isEqualTo(RoomWithdrawal.MOVED);
        night.follow();
        assertThat(night.lastRun()).isEmpty();
    }

    @Test
    void movesARoomWhoseRowIsRefused() {
        night.rooms(room("S-1", RIBEMONT));
        night.under(ReferenceFacts.load(OtherFacts.merged(NEW, EPCI)));

        night.rooms(room("S-1", RIBEMONT).replace("REGION", "LOCALE"));

        assertThat(night.lastRun()).extracting(JournalRow::epci).containsExactly(EPCI, NEW);
        assertThat(night.rejects()).hasSize(1);
    }

    private static String[] fiveRoomsAnd(String... others) {
        return IntStream.rangeClosed(1, 5 + others.length)
                .mapToObj(i -> i <= 5 ? room("R" + i, BEAUVAIS) : others[i - 6])
                .toArray(String[]::new);
    }
}
