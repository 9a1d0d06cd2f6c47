package br.com.dmbackup.testkit.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.dmbackup.testkit.sqlserver.message.Language;
import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import br.com.dmbackup.testkit.sqlserver.state.DatabaseState;
import br.com.dmbackup.testkit.sqlserver.state.Login;
import br.com.dmbackup.testkit.sqlserver.state.User;
import br.com.dmbackup.testkit.sqlserver.statement.Hold;
import br.com.dmbackup.testkit.sqlserver.statement.Moment;
import br.com.dmbackup.testkit.sqlserver.statement.Trouble;
import br.com.dmbackup.testkit.sqlserver.statement.Troubles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoginTest {
    @TempDir
    private Path folder;
    private Till till;

    @BeforeEach
    void open() {
        till = new Till(folder);
    }

    @AfterEach
    void close() {
        till.close();
    }

    @Test
    void letsInWhoKnowsThePasswordAndSaysWhatItIs() throws SQLException {
        try (Connection connection = till.connect("encrypt=false;databaseName=shop")) {
            assertThat(connection.getMetaData().getDatabaseProductVersion()).isEqualTo("16.00.1000");
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("Microsoft SQL Server");
            assertThat(connection.getCatalog()).isEqualTo("Shop");
            assertThat(connection.isValid(5)).isTrue();
            assertThat(connection.getMetaData().getUserName()).isEqualTo("sa");
        }
        assertThat(till.server.refused()).isEmpty();
    }

    @Test
    void turnsAwayWhoDoesNot() {
        SQLException wrong = refusal("sa", Till.PASSWORD + "x", "");
        assertThat(wrong.getErrorCode()).isEqualTo(18456);
        assertThat(refusal("nobody", Till.PASSWORD, "").getErrorCode()).isEqualTo(18456);
    }

    @Test
    void saysFirstThatTheDatabaseCannotBeOpenedAndThenThatTheLoginFailed() {
        SQLException missing = refusal("sa", Till.PASSWORD, "databaseName=Nowhere");
        assertThat(missing.getErrorCode()).isEqualTo(4060);
        assertThat(missing.getMessage()).contains("\"Nowhere\"");
        assertThat(missing.getNextException().getErrorCode()).isEqualTo(18456);
        till.shop.set(DatabaseState.OFFLINE);
        assertThat(refusal("sa", Till.PASSWORD, "databaseName=Shop").getErrorCode()).isEqualTo(4060);
        till.instance.add(Login.of("lost", "l").startingIn("Shop"));
        assertThat(refusal("lost", "l", "").getErrorCode()).isEqualTo(4064);
    }

    @Test
    void letsOnlyUsersOfADatabaseIntoIt() throws SQLException {
        Login clerk = Login.of("clerk", "c");
        till.instance.add(clerk);
        assertThat(refusal("clerk", "c", "databaseName=Shop").getErrorCode()).isEqualTo(4060);
        till.shop.add(User.of(clerk));
        try (Connection connection = till.connectAs("clerk", "c", "encrypt=false;databaseName=Shop")) {
            assertThat(connection.getCatalog()).isEqualTo("Shop");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Login.Condition.class, mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
    void saysWhatKeepsALoginOut(Login.Condition condition) {
        till.instance.add(Login.of("clerk", "c").in(condition));
        assertThat(refusal("clerk", "c", "").getErrorCode()).isEqualTo(condition.number());
        assertThat(refusal("clerk", "wrong", "").getErrorCode()).isEqualTo(18456);
    }

    @Test
    void knowsNoWindowsLogins() {
        SQLException refused = refusal("clerk", "c", "integratedSecurity=true;authenticationScheme=NTLM;domain=LOJA");
        assertThat(refused.getErrorCode()).isEqualTo(18452);
    }

    @Test
    void speaksTheServersLanguageUnlessTheClientAsksForAnother() {
        till.instance.speak(Language.BRAZILIAN);
        assertThat(refusal("sa", "x", "").getMessage()).contains("Falha de logon do usuário 'sa'.");
        till.instance.speak(Language.GERMAN);
        assertThat(refusal("sa", "x", "").getMessage()).contains("Fehler bei der Anmeldung");
    }

    @Test
    void isGoneWhenItWasStoppedAndBackWithAllThatItHad() throws SQLException {
        try (Connection connection = till.connect()) {
            till.server.stop();
            assertThat(connection.isValid(5)).isFalse();
        }
        assertThat(refusal("sa", Till.PASSWORD, "").getSQLState()).isEqualTo("08S01");
        till.server.startAgain();
        try (Connection connection = till.connect()) {
            assertThat(Till.ask(connection, "SELECT COUNT_BIG(*) FROM Shop.dbo.items")).isEqualTo("20000");
        }
    }

    @Test
    void mayFailInOtherWaysOrTakeItsTime() throws SQLException {
        till.server.troubles().planAlways(Troubles.LOGIN, Moment.START,
                Trouble.error(ServerMessage.of(18487, "sa")));
        assertThat(refusal("sa", Till.PASSWORD, "loginTimeout=1").getErrorCode()).isEqualTo(18487);
        till.server.troubles().close();
        till.server.troubles().planAlways(Troubles.LOGIN, Moment.START, Trouble.cut());
        assertThat(refusal("sa", Till.PASSWORD, "loginTimeout=1").getSQLState()).startsWith("08");
        till.server.troubles().close();
        Hold slow = till.server.troubles().hold(Troubles.LOGIN, Moment.START);
        Background login = Background.run(() -> {
            till.connect().close();
            return true;
        });
        assertThat(slow.awaitReached(Till.PATIENCE)).isTrue();
        assertThat(login.isDone()).isFalse();
        slow.release();
        assertThat(login.failure()).isEmpty();
    }

    private SQLException refusal(String user, String password, String properties) {
        return catchThrowableOfType(SQLException.class,
                () -> till.connectAs(user, password, "encrypt=false;" + properties).close());
    }
}
