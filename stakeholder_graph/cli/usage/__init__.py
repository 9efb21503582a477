"""What a command line may not say, and the environment that it runs in, looked at before any work is done."""
