package dev.slipway.deployment.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CommandLineTests {

    @Test
    void splitsAtBlanksOutsideQuotes() {
        assertThat(CommandLine.parse("helm  upgrade --set 'a b' \"c \\\"d\\\"\" e\\ f ''"))
                .containsExactly("helm", "upgrade", "--set", "a b", "c \"d\"", "e f", "");
    }

    @Test
    void expandsNothing() {
        assertThat(CommandLine.parse("echo $HOME * `id` $(id) ; ls"))
                .containsExactly("echo", "$HOME", "*", "`id`", "$(id)", ";", "ls");
    }

    @Test
    void refusesWhatIsNotClosed() {
        assertThatIllegalArgumentException().isThrownBy(() -> CommandLine.parse("echo 'a"));
        assertThatIllegalArgumentException().isThrownBy(() -> CommandLine.parse("echo \"a"));
        assertThatIllegalArgumentException().isThrownBy(() -> CommandLine.parse("echo \\"));
        assertThatIllegalArgumentException().isThrownBy(() -> CommandLine.parse("  "));
    }
}
