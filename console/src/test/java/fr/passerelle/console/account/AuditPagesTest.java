package fr.passerelle.console.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.account.AuditPages.AuditForm;
import fr.passerelle.console.account.AuditPages.AuditList;
import fr.passerelle.console.operation.Operation.Action;
import fr.passerelle.console.page.Listing;
import fr.passerelle.console.page.Slice;
import fr.passerelle.console.page.Templates;
import fr.passerelle.published.audit.Audit.AuditAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditPagesTest {

    @Test
    void offersInWordsWhateverTheAuditMaySay() throws Exception {
        List<Enum<?>> gestures = new ArrayList<>(List.of(AuditAction.values()));
        gestures.addAll(List.of(Action.values()));

        assertThat(Templates.page(
                        "account/registre",
                        "ADMINISTRATEUR",
                        new AuditList(
                                new AuditForm(null, null, null, null, null),
                                Slice.of(List.of(), 1, 50),
                                Map.of("c-1", "agent"),
                                Listing.codes(gestures),
                                0)))
                .contains(
                        "<option value=\"c-1\">agent</option>",
                        "<option value=\"API_READ\">Lecture par l’API</option>",
                        "<option value=\"REPLAY_PLAN\">Préparation d’un rejeu</option>",
                        "<option value=\"REFUSED\">Refusé</option>");
    }
}
