<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About the assistant</source>
        <translation>关于语音助手</translation>
    </message>
    <message>
        <source>Hears, recognises, understands and acts on this machine; nothing you say leaves it.
The program is under the Apache License 2.0. The models and their data have licences of their own: see the details.</source>
        <translation>听、识别、理解、执行，全部在本机完成；您说的话不会离开这台电脑。
本程序采用 Apache License 2.0 许可。模型及其数据另有许可，详见下方。</translation>
    </message>
    <message>
        <source>On-device assistant {0}</source>
        <translation>本机语音助手 {0}</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>About…</source>
        <translation>关于…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Copy last text</source>
        <translation>复制上一段文字</translation>
    </message>
    <message>
        <source>Demo model (English commands) — not SenseVoice-Small</source>
        <translation>演示模型（英文命令），不是 SenseVoice-Small</translation>
    </message>
    <message>
        <source>Hands-free</source>
        <translation>免按键</translation>
    </message>
    <message>
        <source>Hearing…</source>
        <translation>正在听…</translation>
    </message>
    <message>
        <source>Left {key}</source>
        <translation>左 {key}</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation>模型：{name}</translation>
    </message>
    <message>
        <source>Private: keep nothing</source>
        <translation>私密：什么都不保留</translation>
    </message>
    <message>
        <source>Push-to-talk</source>
        <translation>按键说话</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Ready — hold {key} and speak</source>
        <translation>就绪：按住 {key} 说话</translation>
    </message>
    <message>
        <source>Ready — just speak</source>
        <translation>就绪：直接说话</translation>
    </message>
    <message>
        <source>Right {key}</source>
        <translation>右 {key}</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>出了问题</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>系统默认</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>正在识别…</translation>
    </message>
    <message>
        <source>Type what was kept</source>
        <translation>输入保留的文字</translation>
    </message>
    <message>
        <source>Typing…</source>
        <translation>正在输入…</translation>
    </message>
</context>
<context>
    <name>RepairMenu</name>
    <message>
        <source>From now on write “{after}” for “{before}”</source>
        <translation>以后把“{before}”写成“{after}”</translation>
    </message>
    <message>
        <source>Replace the last text by</source>
        <translation>把上一段文字换成</translation>
    </message>
    <message>
        <source>Take the last text back</source>
        <translation>撤回上一段文字</translation>
    </message>
</context>
<context>
    <name>SmallWindow</name>
    <message>
        <source>Assistant</source>
        <translation>语音助手</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Assistant</source>
        <translation>语音助手</translation>
    </message>
    <message>
        <source>History goes on.</source>
        <translation>历史记录继续保存。</translation>
    </message>
    <message>
        <source>Microphone closed: it opens with the key</source>
        <translation>麦克风已关闭：按键时打开</translation>
    </message>
    <message>
        <source>Microphone closed: the screen is locked</source>
        <translation>麦克风已关闭：屏幕已锁定</translation>
    </message>
    <message>
        <source>Microphone: getting ready…</source>
        <translation>麦克风：正在准备…</translation>
    </message>
    <message>
        <source>Nothing is kept from now on.</source>
        <translation>从现在起什么都不保留。</translation>
    </message>
    <message>
        <source>This recording ends by itself in {seconds} s.</source>
        <translation>本次录音将在 {seconds} 秒后自动结束。</translation>
    </message>
    <message>
        <source>{count} recordings ({seconds} s) never became text: assistant recover</source>
        <translation>有 {count} 段录音（{seconds} 秒）未转成文字：请运行 assistant recover</translation>
    </message>
    <message>
        <source>{question} – say “yes, I am sure”, or “cancel”</source>
        <translation>{question} 请说“是的，我确定”，或“取消”</translation>
    </message>
    <message>
        <source>“{text}” – say “choose one”, or see the menu</source>
        <translation>“{text}”？请说“选第一个”，或打开菜单</translation>
    </message>
</context>
</TS>
