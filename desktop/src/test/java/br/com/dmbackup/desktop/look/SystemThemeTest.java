package br.com.dmbackup.desktop.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SystemThemeTest {
    @Test
    void readsWhatWindowsAnswers() {
        String key = "\r\nHKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize\r\n";
        assertThat(SystemTheme.ofRegistry(key + "    AppsUseLightTheme    REG_DWORD    0x0\r\n\r\n"))
                .contains(Theme.DARK);
        assertThat(SystemTheme.ofRegistry(key + "    AppsUseLightTheme    REG_DWORD    0x1\r\n\r\n"))
                .contains(Theme.LIGHT);
        assertThat(SystemTheme.ofRegistry("ERROR: The system was unable to find the specified key")).isEmpty();
    }

    @Test
    void readsWhatGnomeAnswers() {
        assertThat(SystemTheme.ofGnome("'prefer-dark'\n")).contains(Theme.DARK);
        assertThat(SystemTheme.ofGnome("'default'\n")).contains(Theme.LIGHT);
        assertThat(SystemTheme.ofGnome("No such schema\n")).isEmpty();
    }
}
