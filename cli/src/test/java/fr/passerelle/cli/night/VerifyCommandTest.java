package fr.passerelle.cli.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.check.Findings.Area;
import fr.passerelle.batch.verify.Verification;
import fr.passerelle.schemas.contract.RecordJson;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifyCommandTest {

    @Test
    void saysTheSameInTheSameOrderEachTime() {
        Area plans = new Area("plans", "3 plans", List.of("200000001 diffère"), 2);

        String json = RecordJson.write(VerifyCommand.json(
                new Verification.Report(true, null, null, List.of(plans), 12, Duration.ofMillis(1500))));

        assertThat(json)
                .isEqualTo("{\"deep\":true,\"agrees\":false,\"run\":null,\"open\":null,\"records\":12,\"seconds\":1.5,"
                        + "\"areas\":[{\"name\":\"plans\",\"summary\":\"3 plans\",\"first\":[\"200000001 diffère\"],"
                        + "\"agrees\":false,\"differences\":3}]}");
    }
}
