package dev.slipway.flow.engine;

import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.jspecify.annotations.Nullable;

/** Has a job that only collided with another transaction run again at once; that is no failure, and uses up none of its tries. */
class Collisions implements FailedJobCommandFactory {

    /** A batch that deletes executions stops here before the engine sees that one of them has changed meanwhile. */
    private static final String MASKED = "act_fk_exe_";

    @Override
    public Command<Object> getCommand(String job, Throwable failure) {
        return isCollision(failure) ? new Again(job, failure) : new DefaultJobRetryCmd(job, failure);
    }

    private static boolean isCollision(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof OptimisticLockingException
                        || (cause instanceof SQLException
                                && String.valueOf(cause.getMessage())
                                        .toLowerCase(Locale.ROOT)
                                        .contains(MASKED)));
    }

    private static final class Again extends DefaultJobRetryCmd {

        private static final long serialVersionUID = 1L;

        private Again(String job, Throwable failure) {
            super(job, new OptimisticLockingException("another transaction was faster", failure));
        }

        @Override
        public @Nullable Object execute(CommandContext context) {
            executeStandardStrategy(context);
            return null;
        }
    }
}
