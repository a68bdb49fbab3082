package fr.passerelle.console.room;

import static fr.passerelle.console.map.PlanExamples.RUN;
import static fr.passerelle.console.map.PlanExamples.commune;
import static fr.passerelle.console.map.PlanExamples.epci;
import static fr.passerelle.console.map.PlanExamples.inventoried;
import static fr.passerelle.console.map.PlanExamples.published;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.page.Templates;
import fr.passerelle.console.room.RoomPage.RoomExplanation;
import fr.passerelle.console.room.RoomPage.RoomSheet;
import fr.passerelle.console.room.RoomView.AttendanceByMonth;
import fr.passerelle.published.origin.SourceFiles;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.text.PlainText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomFactsTest {

    @Test
    void namesEachFactAsItsColumnIsNamed() throws Exception {
        RoomInventoried room = inventoried("02691").build();
        RoomView view =
                RoomView.of(published(List.of(), List.of(), List.of(room), epci("1", commune("02691", 10))), room);

        String page = Templates.page(
                "room/une",
                "LECTEUR",
                new RoomSheet(view, new AttendanceByMonth(List.of()), SourceFiles.origin(RUN), List.of(), List.of()));

        assertThat(page.replaceAll("<[^>]+>", "").replaceAll("[\\s\u00A0]+", " "))
                .contains("· gestion : Région · identifiant 02691");
    }

    @ParameterizedTest
    @CsvSource({"Surface, surface", "Débit mesuré, débit mesuré", "RNIC, RNIC", "WiFi ouvert, WiFi ouvert", "À, à"})
    void namesAFactWithinASentence(String title, String named) {
        assertThat(PlainText.small(title)).isEqualTo(named);
    }

    @Test
    void leadsBackToTheRoomWhateverItsIdentifier() throws Exception {
        assertThat(Templates.page("room/explication", "LECTEUR", new RoomExplanation("S/1", "Salle", List.of())))
                .contains("<a href=\"/salles/S%2F1\">Salle</a>");
    }
}
