package br.com.dmbackup.agent.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionsTest {
    @ParameterizedTest
    @CsvSource({"1.10.0,1.9.9,true", "1.9.9,1.10.0,false", "1.0.0,1.0.0,false", "1.0.0.1,1.0.0,true", "2,1.9.9,true",
            "5.5.2.0,5.5.2,false", "1.0.1,1.0.0-SNAPSHOT,true", "newest,1.0.0,false", "'',1.0.0,false",
            "1.0.0,test,false",
            "1.0.0;rm,0.1.0,false"})
    void countsByNumbers(String named, String own, boolean newer) {
        assertThat(Versions.newer(named, own)).isEqualTo(newer);
    }
}
