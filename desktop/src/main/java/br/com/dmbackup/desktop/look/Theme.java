package br.com.dmbackup.desktop.look;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.util.Map;

/** Light or dark. */
public enum Theme {
    LIGHT, DARK;

    /** Makes all windows look like this, those that stand open too. On the thread that draws. */
    public void install() {
        // Its native part only changes how window borders look, and costs time at the start.
        System.setProperty("flatlaf.useNativeLibrary", "false");
        FlatLaf.setGlobalExtraDefaults(Map.of("@accentColor", this == DARK ? "#4b9fe1" : "#1a6fb5"));
        if (this == DARK) {
            FlatDarkLaf.setup();
        } else {
            FlatLightLaf.setup();
        }
        FlatLaf.updateUI();
    }

    /** What shows now. */
    public static Theme shown() {
        return FlatLaf.isLafDark() ? DARK : LIGHT;
    }
}
