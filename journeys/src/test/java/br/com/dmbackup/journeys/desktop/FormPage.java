package br.com.dmbackup.journeys.desktop;

import java.awt.Component;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JTabbedPane;
import javax.swing.text.JTextComponent;
import org.assertj.swing.fixture.JTabbedPaneFixture;

/** A window with many fields: the settings, the assistant. */
class FormPage extends Page {
    FormPage(Page page) {
        super(page.robot(), page.window());
    }

    /** Puts a text into a field at once: the robot has no hands for accents, and is slow with paths. */
    void put(String name, String text) {
        JTextComponent field = named(name, JTextComponent.class);
        org.assertj.swing.edt.GuiActionRunner.execute(() -> field.setText(text));
    }

    /** Chooses a word of a list that drops down. */
    void choose(String name, String word) {
        JComboBox<?> box = named(name, JComboBox.class);
        int index = onScreen(() -> java.util.stream.IntStream.range(0, box.getItemCount())
                .filter(i -> box.getItemAt(i).toString().equals(word)).findFirst().orElseThrow());
        new org.assertj.swing.fixture.JComboBoxFixture(robot(), box).selectItem(index);
    }

    /** Clicks a radio button or a check box. */
    void pick(String name) {
        strike(() -> named(name, AbstractButton.class));
    }

    /** Goes to a page of the settings. */
    void tab(String title) {
        JTabbedPane tabs = named("settings.board", JTabbedPane.class);
        new JTabbedPaneFixture(robot(), tabs).selectTab(title);
        // A mouse that missed is no defect of the window's.
        org.assertj.swing.edt.GuiActionRunner.execute(() -> tabs.setSelectedIndex(tabs.indexOfTab(title)));
    }

    String shownTab() {
        JTabbedPane tabs = named("settings.board", JTabbedPane.class);
        return onScreen(() -> tabs.getTitleAt(tabs.getSelectedIndex()));
    }

    List<String> tabs() {
        JTabbedPane tabs = named("settings.board", JTabbedPane.class);
        return onScreen(() -> java.util.stream.IntStream.range(0, tabs.getTabCount()).mapToObj(tabs::getTitleAt)
                .toList());
    }

    boolean editable(String name) {
        JTextComponent text = named(name, JTextComponent.class);
        return onScreen(text::isEditable);
    }

    void waitUntilEditable(String name) {
        org.awaitility.Awaitility.await().atMost(PATIENCE).until(() -> editable(name));
    }

    void waitFor(String name) {
        named(name, Component.class);
    }

    private <C extends Component> C named(String name, Class<C> type) {
        return awaited(name, type);
    }
}
