package fr.passerelle.console.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.console.account.AuditPages.AuditForm;
import fr.passerelle.console.account.AuditPages.AuditList;
import fr.passerelle.console.operation.Operation.Action;
import fr.passerelle.console.page.Listing;
import fr.passerelle.console.page.Slice;
import fr.passerelle.console.page.Templates;
import fr.passerelle.published.audit.Audit.AuditAction;
import fr.passerelle.published.audit.AuditTable.AuditEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuditPagesTest {

    @Test
    void saysInWordsWhateverTheAuditMaySay() throws Exception {
        List<Enum<?>> gestures = new ArrayList<>(List.of(AuditAction.values()));
        gestures.addAll(List.of(Action.values()));

        assertThat(page(Listing.codes(gestures), gestures.stream().map(Enum::name)))
                .contains(
                        "<option value=\"c-1\">agent</option>",
                        "<option value=\"API_READ\">Lecture par l’API</option>",
                        "<option value=\"REPLAY_PLAN\">Préparation d’un rejeu</option>",
                        "<option value=\"REFUSED\">Refusé</option>",
                        "<td>Lecture par l’API</td>",
                        "<td>Préparation d’un rejeu</td>");
    }

    @Test
    void namesWhoDidItAndWhomItConcerns() throws Exception {
        assertThat(page(
                        Map.of(),
                        List.of(
                                new AuditEntry(1, "c-1", "ACCOUNT_CREATED", "c-2", null, "DONE", Instant.EPOCH),
                                new AuditEntry(2, "c-3", "API_READ", "rooms", null, "DONE", Instant.EPOCH))))
                .contains(
                        "<td class=\"coupable\">agent</td>",
                        "<td class=\"coupable\">cherche</td>",
                        "<td class=\"coupable\">c-3</td>",
                        "<td class=\"coupable\">rooms</td>");
    }

    /** It is not hidden behind its code: so this test sees it. */
    @Test
    void showsThatAGestureHasNoWords() {
        assertThatThrownBy(() -> page(Map.of(), Stream.of("RIEN"))).hasMessageContaining("??geste.RIEN");
    }

    private static String page(Map<String, String> offered, Stream<String> done) throws Exception {
        return page(
                offered,
                done.map(gesture -> new AuditEntry(1, "c-1", gesture, "c-1", null, "DONE", Instant.EPOCH))
                        .toList());
    }

    private static String page(Map<String, String> offered, List<AuditEntry> lines) throws Exception {
        return Templates.page(
                "account/registre",
                "ADMINISTRATEUR",
                new AuditList(
                        new AuditForm(null, null, null, null, null),
                        Slice.of(lines, 1, 50),
                        Map.of("c-1", "agent", "c-2", "cherche"),
                        offered,
                        0));
    }
}
