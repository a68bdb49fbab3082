package fr.passerelle.rules.frequentation;

import static fr.passerelle.schemas.event.FrequentationState.DONNEES_INSUFFISANTES;
import static fr.passerelle.schemas.event.FrequentationState.FERMEE;
import static fr.passerelle.schemas.event.FrequentationState.NOTEE;
import static fr.passerelle.schemas.event.Gestion.COMMUNALE_AUTONOME;
import static fr.passerelle.schemas.event.Gestion.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RoomOpeningTest {

    private static final LocalDate ANNOUNCED = LocalDate.of(2018, 1, 31);

    @Test
    void isOpenWithoutAScoreToo() {
        assertThat(RoomOpening.isOpen(NOTEE)).isTrue();
        assertThat(RoomOpening.isOpen(DONNEES_INSUFFISANTES)).isTrue();
        assertThat(RoomOpening.isOpen(FERMEE)).isFalse();
    }

    @Test
    void isAutonomousOfACommuneWhileOpen() {
        assertThat(RoomOpening.isAutonomous(COMMUNALE_AUTONOME, NOTEE)).isTrue();
        assertThat(RoomOpening.isAutonomous(COMMUNALE_AUTONOME, FERMEE)).isFalse();
        assertThat(RoomOpening.isAutonomous(REGION, NOTEE)).isFalse();
    }

    @Test
    void remainsWhileNoClosingDayIsAnnounced() {
        assertThat(RoomOpening.remains(COMMUNALE_AUTONOME, NOTEE, null)).isTrue();
        assertThat(RoomOpening.remains(COMMUNALE_AUTONOME, NOTEE, ANNOUNCED)).isFalse();
        assertThat(RoomOpening.remains(REGION, NOTEE, null)).isFalse();
    }
}
