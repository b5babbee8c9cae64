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
    <name>AboutPage</name>
    <message>
        <source>Hears, recognises, understands and acts on this machine; nothing you say leaves it unless you switch that on. The program is under the Apache License 2.0.</source>
        <translation>在这台机器上聆听、识别、理解并执行；除非你开启，所说的一切都不会离开本机。本程序采用 Apache 许可证 2.0。</translation>
    </message>
    <message>
        <source>Libraries and their licences</source>
        <translation>程序库及其许可证</translation>
    </message>
    <message>
        <source>Models and their licences</source>
        <translation>模型及其许可证</translation>
    </message>
    <message>
        <source>On-device assistant {version}</source>
        <translation>本地助手 {version}</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>After</source>
        <translation>改后</translation>
    </message>
    <message>
        <source>An edit is offered.</source>
        <translation>有一条修改建议。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Cut off: it reached the longest that was asked for.</source>
        <translation>已截断：达到所要求的最大长度。</translation>
    </message>
    <message>
        <source>It failed.</source>
        <translation>失败了。</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Suggested edit</source>
        <translation>修改建议</translation>
    </message>
    <message>
        <source>The model thinks…</source>
        <translation>模型正在思考…</translation>
    </message>
    <message>
        <source>This would replace the selected text. Or say “accept the change” or “reject the change”.</source>
        <translation>将替换所选文字。也可以说“接受修改”或“放弃修改”。</translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message>
        <source>Stages</source>
        <translation>各阶段</translation>
    </message>
    <message>
        <source>{stage}: usually {p50} ms, seldom more than {p95} ms</source>
        <translation>{stage}：通常 {p50} 毫秒，很少超过 {p95} 毫秒</translation>
    </message>
</context>
<context>
    <name>Buttons</name>
    <message>
        <source>Swap</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Type it</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>What can be done about the newest text</source>
        <translation>对最近这段文字可做的操作</translation>
    </message>
</context>
<context>
    <name>Capture</name>
    <message>
        <source>Press a key…</source>
        <translation>按一个键…</translation>
    </message>
    <message>
        <source>Press the key now… (Esc: none)</source>
        <translation>现在请按键…（Esc：取消）</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Checking what this computer allows…</source>
        <translation>正在检查这台电脑允许什么…</translation>
    </message>
    <message>
        <source>This computer allows everything that is needed ({count} checks).</source>
        <translation>这台电脑满足全部需要（{count} 项检查）。</translation>
    </message>
    <message>
        <source>{count} checks are well; something is to be done:</source>
        <translation>{count} 项检查正常；还有事情要做：</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Demonstration (nano)</source>
        <translation>演示（nano）</translation>
    </message>
    <message>
        <source>Microphone: {name}</source>
        <translation>麦克风：{name}</translation>
    </message>
    <message>
        <source>Mode: {mode}</source>
        <translation>模式：{mode}</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>More models…</source>
        <translation>更多模型…</translation>
    </message>
    <message>
        <source>Spoken language: {name}</source>
        <translation>所说语言：{name}</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>系统默认</translation>
    </message>
</context>
<context>
    <name>CommandsPage</name>
    <message>
        <source> It asks first.</source>
        <translation> 会先询问。</translation>
    </message>
    <message>
        <source>No command ({why}).</source>
        <translation>不是命令（{why}）。</translation>
    </message>
    <message>
        <source>No command. Did you mean “{phrase}”?</source>
        <translation>不是命令。你是想说“{phrase}”吗？</translation>
    </message>
    <message>
        <source>No command; it would be a question to the language model.</source>
        <translation>不是命令；会作为问题交给语言模型。</translation>
    </message>
    <message>
        <source>Reading the commands…</source>
        <translation>正在读取命令…</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Try it: what is said</source>
        <translation>试一试：说的话</translation>
    </message>
    <message>
        <source>What can I say…</source>
        <translation>我能说什么…</translation>
    </message>
    <message>
        <source>Which command a sentence is, and what would be done. Nothing is done here.</source>
        <translation>一句话是哪个命令、会做什么。这里什么都不会执行。</translation>
    </message>
    <message>
        <source>open firefox and search for trains</source>
        <translation>打开火狐</translation>
    </message>
    <message>
        <source>types “{text}”</source>
        <translation>输入“{text}”</translation>
    </message>
</context>
<context>
    <name>CommandsWindow</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Every command, and add your own…</source>
        <translation>全部命令，并添加自己的…</translation>
    </message>
    <message>
        <source>In {app} · {mode}</source>
        <translation>在 {app} 中 · {mode}</translation>
    </message>
    <message>
        <source>Looking through the commands…</source>
        <translation>正在查看命令…</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>说</translation>
    </message>
    <message>
        <source>Say it with the command key, or in a mode that hears commands.</source>
        <translation>按住命令键说，或在听命令的模式下说。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search: a word of the command</source>
        <translation>搜索：命令中的词</translation>
    </message>
    <message>
        <source>What can I say?</source>
        <translation>我可以说什么？</translation>
    </message>
    <message>
        <source>or</source>
        <translation>或</translation>
    </message>
    <message>
        <source>this window</source>
        <translation>当前窗口</translation>
    </message>
    <message>
        <source>{phrase} (asks first)</source>
        <translation>{phrase}（先询问）</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source> (demonstration)</source>
        <translation>（演示模型）</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>重新识别(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save the correction</source>
        <translation>保存更正(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Type again</source>
        <translation>再次输入(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>还原(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Write it like this from now on</source>
        <translation>以后都这样写(&amp;W)</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用程序</translation>
    </message>
    <message>
        <source>Became</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Choose a line to see all about it.</source>
        <translation>选择一行，查看它的全部信息。</translation>
    </message>
    <message>
        <source>Feeling</source>
        <translation>情绪</translation>
    </message>
    <message>
        <source>Heard as</source>
        <translation>听到的是</translation>
    </message>
    <message>
        <source>Its recording is not kept. The settings can keep recordings.</source>
        <translation>没有保留录音。可以在设置里选择保留录音。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>{audio} s of speech; features {features}, model {model}, decode {decode} ms</source>
        <translation>语音 {audio} 秒；特征 {features}、模型 {model}、解码 {decode} 毫秒</translation>
    </message>
</context>
<context>
    <name>FetchingBar</name>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>取消(&amp;L)</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在校验</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>正在复制</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Trying</source>
        <translation>正在试用</translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation>正在解压</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>完成(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Skip the setup</source>
        <translation>跳过设置(&amp;S)</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Skip this &amp;page</source>
        <translation>跳过此页(&amp;P)</translation>
    </message>
    <message>
        <source>Try it here</source>
        <translation>在这里试试</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
</context>
<context>
    <name>Front</name>
    <message>
        <source>Assistant</source>
        <translation>语音助手</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>Applications</source>
        <translation>应用程序</translation>
    </message>
    <message>
        <source>Capitals</source>
        <translation>大小写</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>勿扰</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Looks of text</source>
        <translation>文字样式</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Moving the caret</source>
        <translation>移动光标</translation>
    </message>
    <message>
        <source>Music and video</source>
        <translation>音乐和视频</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Selecting</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Shutting down</source>
        <translation>关机</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>标签页</translation>
    </message>
    <message>
        <source>The assistant</source>
        <translation>语音助手</translation>
    </message>
    <message>
        <source>Time and date</source>
        <translation>时间和日期</translation>
    </message>
    <message>
        <source>Timers and reminders</source>
        <translation>定时器和提醒</translation>
    </message>
    <message>
        <source>What was typed</source>
        <translation>已输入的文字</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Copied: {count} characters.</source>
        <translation>已复制 {count} 个字符。</translation>
    </message>
    <message>
        <source>Corrected, and remembered.</source>
        <translation>已更正，并已记住。</translation>
    </message>
    <message>
        <source>Corrected.</source>
        <translation>已更正。</translation>
    </message>
    <message>
        <source>Corrected. It differs in more than one place, so nothing was remembered.</source>
        <translation>已更正。不止一处不同，所以没有记住。</translation>
    </message>
    <message>
        <source>Delete a&amp;ll shown</source>
        <translation>删除显示的全部(&amp;L)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Nothing yet. What you dictate is found here.</source>
        <translation>还没有内容。您说过的话会出现在这里。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在识别…</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文字列表</translation>
    </message>
    <message>
        <source>{count} recordings never became text. Show them…</source>
        <translation>有 {count} 段录音尚未变成文字，点此查看…</translation>
    </message>
    <message>
        <source>{count} texts</source>
        <translation>{count} 条</translation>
    </message>
    <message>
        <source>{count} texts are in {file}.</source>
        <translation>{count} 条已写入 {file}。</translation>
    </message>
    <message>
        <source>{count} texts found</source>
        <translation>找到 {count} 条</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>Cantonese</source>
        <translation>粤语</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日语</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>韩语</translation>
    </message>
    <message>
        <source>Mandarin</source>
        <translation>普通话</translation>
    </message>
    <message>
        <source>angry</source>
        <translation>愤怒</translation>
    </message>
    <message>
        <source>applause</source>
        <translation>掌声</translation>
    </message>
    <message>
        <source>asked first</source>
        <translation>先询问</translation>
    </message>
    <message>
        <source>breath</source>
        <translation>呼吸</translation>
    </message>
    <message>
        <source>coughing</source>
        <translation>咳嗽</translation>
    </message>
    <message>
        <source>crying</source>
        <translation>哭声</translation>
    </message>
    <message>
        <source>disgusted</source>
        <translation>厌恶</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>fearful</source>
        <translation>恐惧</translation>
    </message>
    <message>
        <source>feeling unknown</source>
        <translation>情绪未知</translation>
    </message>
    <message>
        <source>happy</source>
        <translation>高兴</translation>
    </message>
    <message>
        <source>kept, not typed</source>
        <translation>保留，未输入</translation>
    </message>
    <message>
        <source>laughter</source>
        <translation>笑声</translation>
    </message>
    <message>
        <source>left alone</source>
        <translation>未改动</translation>
    </message>
    <message>
        <source>music</source>
        <translation>音乐</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>平静</translation>
    </message>
    <message>
        <source>no speech</source>
        <translation>无语音</translation>
    </message>
    <message>
        <source>not typed: another window</source>
        <translation>未输入：窗口已变</translation>
    </message>
    <message>
        <source>nothing done</source>
        <translation>未执行</translation>
    </message>
    <message>
        <source>on the clipboard</source>
        <translation>在剪贴板上</translation>
    </message>
    <message>
        <source>sad</source>
        <translation>悲伤</translation>
    </message>
    <message>
        <source>singing</source>
        <translation>歌声</translation>
    </message>
    <message>
        <source>sneezing</source>
        <translation>喷嚏</translation>
    </message>
    <message>
        <source>sound unknown</source>
        <translation>声音未知</translation>
    </message>
    <message>
        <source>speech</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>speech and noise</source>
        <translation>语音和噪声</translation>
    </message>
    <message>
        <source>surprised</source>
        <translation>惊讶</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>已输入</translation>
    </message>
    <message>
        <source>typed, without a receipt</source>
        <translation>已输入（未确认）</translation>
    </message>
</context>
<context>
    <name>HotkeyList</name>
    <message>
        <source>No key records: only `assistant toggle` and hands-free do.</source>
        <translation>没有录音按键：只有 `assistant toggle` 和免提可用。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove {key}</source>
        <translation>移除 {key}</translation>
    </message>
    <message>
        <source>What {key} does</source>
        <translation>{key} 的用途</translation>
    </message>
    <message>
        <source>asks the language model</source>
        <translation>向语言模型提问</translation>
    </message>
    <message>
        <source>edits the selected text</source>
        <translation>编辑选中的文字</translation>
    </message>
    <message>
        <source>takes commands</source>
        <translation>接受命令</translation>
    </message>
    <message>
        <source>writes what you say</source>
        <translation>写下你说的话</translation>
    </message>
    <message>
        <source>{key} also takes text back; it can&apos;t do both.</source>
        <translation>{key} 也用于撤回文字，不能两用。</translation>
    </message>
    <message>
        <source>{key} is there twice; only the first one counts.</source>
        <translation>{key} 出现两次，只有第一个有效。</translation>
    </message>
    <message>
        <source>{key} means something in most programs: {what}.</source>
        <translation>{key} 在多数程序中另有含义：{what}。</translation>
    </message>
</context>
<context>
    <name>KeyPage</name>
    <message>
        <source>&amp;Another key…</source>
        <translation>其他按键(&amp;A)…</translation>
    </message>
    <message>
        <source>Hold it while you speak, and let go: the text appears where your cursor is. Or tap it, speak, and tap it again. Escape calls off.</source>
        <translation>按住它说话，然后松开：文字就出现在光标处。也可以按一下，说话，再按一下。按 Esc 取消。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Press it now, to see that it works.</source>
        <translation>现在按一下，看看是否有效。</translation>
    </message>
    <message>
        <source>Press the key or chord that is to begin a recording. Escape: leave it.</source>
        <translation>请按下用来开始录音的键或组合键。按 Esc 保持不变。</translation>
    </message>
    <message>
        <source>Text needs that key. Choose another, or hold Ctrl or Alt with it.</source>
        <translation>打字要用到这个键。请换一个，或者同时按住 Ctrl 或 Alt。</translation>
    </message>
    <message>
        <source>That is the key. It works in every window.</source>
        <translation>就是这个键。它在所有窗口里都有效。</translation>
    </message>
    <message>
        <source>The choice could not be saved: {why}</source>
        <translation>无法保存这个选择：{why}</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>没有按键</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Left {key}</source>
        <translation>左 {key}</translation>
    </message>
    <message>
        <source>Right {key}</source>
        <translation>右 {key}</translation>
    </message>
    <message>
        <source>mouse button {number}</source>
        <translation>鼠标按键 {number}</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Press the key that takes text back</source>
        <translation>按下撤回文字的按键</translation>
    </message>
</context>
<context>
    <name>LanguageModelPage</name>
    <message>
        <source>An example of what is said</source>
        <translation>所说内容的例子</translation>
    </message>
    <message>
        <source>For this sentence, said cheerfully in a mail program with a line selected:</source>
        <translation>例如在邮件程序中选中一行，愉快地说出这句话：</translation>
    </message>
    <message>
        <source>Look for servers on this computer</source>
        <translation>在本机查找服务器</translation>
    </message>
    <message>
        <source>Looking at the ports that Ollama, llama.cpp and LM Studio use…</source>
        <translation>正在查看 Ollama、llama.cpp 和 LM Studio 使用的端口…</translation>
    </message>
    <message>
        <source>No server is named yet: nothing is sent.</source>
        <translation>尚未指定服务器：什么都不发送。</translation>
    </message>
    <message>
        <source>None answered. Start one, for example `ollama serve`.</source>
        <translation>没有应答。请启动一个，例如 `ollama serve`。</translation>
    </message>
    <message>
        <source>Sent to {server}, when you ask, and never otherwise.</source>
        <translation>只在你提问时发往 {server}，其他时候从不发送。</translation>
    </message>
    <message>
        <source>What would be sent</source>
        <translation>会发送什么</translation>
    </message>
    <message>
        <source>make this politer</source>
        <translation>把这句话改得更礼貌</translation>
    </message>
    <message>
        <source>send me the report today</source>
        <translation>今天把报告发给我</translation>
    </message>
    <message>
        <source>✓ Switched off: nothing is sent, and nothing is loaded.</source>
        <translation>✓ 已关闭：不发送，也不加载。</translation>
    </message>
</context>
<context>
    <name>LatencyWindow</name>
    <message>
        <source>&amp;Reset</source>
        <translation>重新统计(&amp;R)</translation>
    </message>
    <message>
        <source>2 to 5 s</source>
        <translation>2 到 5 秒</translation>
    </message>
    <message>
        <source>5 to 15 s</source>
        <translation>5 到 15 秒</translation>
    </message>
    <message>
        <source>Every length</source>
        <translation>所有时长</translation>
    </message>
    <message>
        <source>Every model</source>
        <translation>所有模型</translation>
    </message>
    <message>
        <source>From letting go of the key to the text</source>
        <translation>从松开按键到出现文字</translation>
    </message>
    <message>
        <source>From the end of speech to the text</source>
        <translation>从说完话到出现文字</translation>
    </message>
    <message>
        <source>From your own use on this computer, the last 2,000 texts. No words are kept.</source>
        <translation>来自您在这台电脑上的实际使用，最近 2,000 条。不保存任何文字。</translation>
    </message>
    <message>
        <source>How fast it is</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Length of speech</source>
        <translation>说话时长</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Nothing was measured yet. Dictate something: it appears here by itself.</source>
        <translation>还没有数据。说点什么，结果会自动出现在这里。</translation>
    </message>
    <message>
        <source>Where the time goes</source>
        <translation>时间用在哪里</translation>
    </message>
    <message>
        <source>delivery</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>end of speech</source>
        <translation>判断说完</translation>
    </message>
    <message>
        <source>features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>理解</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>over 15 s</source>
        <translation>15 秒以上</translation>
    </message>
    <message>
        <source>up to 2 s</source>
        <translation>2 秒以内</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>words</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>整理文字</translation>
    </message>
    <message>
        <source>{count} texts. The first number: half of them took no longer; the second: 95 of 100.</source>
        <translation>共 {count} 条。第一个数：一半不超过它；第二个数：100 条中有 95 条不超过它。</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Kept in {place}</source>
        <translation>保存于 {place}</translation>
    </message>
    <message>
        <source>Not known: {why}</source>
        <translation>无法得知：{why}</translation>
    </message>
    <message>
        <source>Start with the session</source>
        <translation>登录时启动</translation>
    </message>
    <message>
        <source>That could not be changed: {why}</source>
        <translation>无法更改：{why}</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>About…</source>
        <translation>关于…</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>语音助手</translation>
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
        <source>History…</source>
        <translation>历史记录…</translation>
    </message>
    <message>
        <source>How fast it is…</source>
        <translation>速度统计…</translation>
    </message>
    <message>
        <source>Pause: close the microphone</source>
        <translation>暂停：关闭麦克风</translation>
    </message>
    <message>
        <source>Private: keep nothing</source>
        <translation>私密：什么都不保留</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Set up again…</source>
        <translation>重新设置…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>显示回答</translation>
    </message>
    <message>
        <source>Transcribe a file…</source>
        <translation>转写文件…</translation>
    </message>
    <message>
        <source>Type what was kept</source>
        <translation>输入保留的文字</translation>
    </message>
    <message>
        <source>What can I say?</source>
        <translation>我可以说什么？</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>Level of the microphone</source>
        <translation>麦克风音量</translation>
    </message>
    <message>
        <source>{level} decibels</source>
        <translation>{level} 分贝</translation>
    </message>
</context>
<context>
    <name>MicrophonePage</name>
    <message>
        <source>! Next to nothing is heard. Is it the right microphone?</source>
        <translation>! 几乎听不到声音。麦克风选对了吗？</translation>
    </message>
    <message>
        <source>&amp;Record 3 seconds and play them back</source>
        <translation>录音 3 秒并播放(&amp;R)</translation>
    </message>
    <message>
        <source>Good. This is what the assistant hears.</source>
        <translation>很好。助手听到的就是这样。</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Nobody was heard: probably it is the wrong microphone. Choose another one.</source>
        <translation>没有听到人声：可能选错了麦克风。请换一个。</translation>
    </message>
    <message>
        <source>Nothing loud was heard yet. Is this the right microphone, and is it switched on? Headsets often have a mute key.</source>
        <translation>还没有听到明显的声音。麦克风选对了吗？打开了吗？耳机上常有静音键。</translation>
    </message>
    <message>
        <source>Only digital silence: the microphone is muted, or the system does not permit it. Unmute it in the sound settings, or choose another one.</source>
        <translation>只有数字静音：麦克风被静音，或者系统不允许使用。请在声音设置里取消静音，或换一个麦克风。</translation>
    </message>
    <message>
        <source>Recording… {left}</source>
        <translation>正在录音… {left}</translation>
    </message>
    <message>
        <source>Say something: the bar should pass the mark.</source>
        <translation>说点什么：横条应超过标记。</translation>
    </message>
    <message>
        <source>Say something: the bar should pass the thin line.</source>
        <translation>说点什么：音量条应当超过细线。</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>系统默认</translation>
    </message>
    <message>
        <source>The assistant hears you.</source>
        <translation>助手听到您了。</translation>
    </message>
    <message>
        <source>The choice could not be saved: {why}</source>
        <translation>无法保存这个选择：{why}</translation>
    </message>
    <message>
        <source>The microphone is closed, or the assistant does not run.</source>
        <translation>麦克风已关闭，或助手没有运行。</translation>
    </message>
    <message>
        <source>Too loud: it is distorted. Turn its level down in the sound settings.</source>
        <translation>太响，已经失真。请在声音设置里调低音量。</translation>
    </message>
    <message>
        <source>Very quiet. Come closer, or turn its level up in the sound settings.</source>
        <translation>声音很小。请靠近一些，或在声音设置里调高音量。</translation>
    </message>
    <message>
        <source>What is heard now</source>
        <translation>现在听到的</translation>
    </message>
    <message>
        <source>✓ It is heard. {name}</source>
        <translation>✓ 能听到。{name}</translation>
    </message>
    <message>
        <source>✗ Nothing at all comes from it: it is muted, or switched off.</source>
        <translation>✗ 完全没有声音：已静音或已关闭。</translation>
    </message>
</context>
<context>
    <name>ModelPage</name>
    <message>
        <source>&amp;Download</source>
        <translation>下载(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Address of your own mirror (usually empty)</source>
        <translation>您自己的镜像地址（通常留空）</translation>
    </message>
    <message>
        <source>Archive or ONNX file</source>
        <translation>压缩包或 ONNX 文件</translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation>粤语</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>Folder with a model</source>
        <translation>模型所在的文件夹</translation>
    </message>
    <message>
        <source>From a folder or a stick…</source>
        <translation>从文件夹或 U 盘…</translation>
    </message>
    <message>
        <source>From an archive or an ONNX file…</source>
        <translation>从压缩包或 ONNX 文件…</translation>
    </message>
    <message>
        <source>I &amp;accept its licence</source>
        <translation>我接受它的许可(&amp;A)</translation>
    </message>
    <message>
        <source>Installed. The assistant takes it up for the next words.</source>
        <translation>已安装。助手从下一句话起使用它。</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日语</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>韩语</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Mandarin</source>
        <translation>普通话</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Models ({kinds})</source>
        <translation>模型 ({kinds})</translation>
    </message>
    <message>
        <source>Now: nano, a small English demo model that came along. It knows short phrases only.</source>
        <translation>当前：nano，随附的小型英文演示模型，只认识简短的句子。</translation>
    </message>
    <message>
        <source>Now: {name}</source>
        <translation>当前：{name}</translation>
    </message>
    <message>
        <source>Paused. What has arrived stays; you can also go on another day.</source>
        <translation>已暂停。已下载的部分会保留；改天再继续也可以。</translation>
    </message>
    <message>
        <source>Read the &amp;licence…</source>
        <translation>阅读许可(&amp;L)…</translation>
    </message>
    <message>
        <source>{languages}. {size}, checked by SHA-256; it stays on this computer. {licence}.</source>
        <translation>{languages}。{size}，经 SHA-256 校验，只留在这台电脑上。{licence}。</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>There is no overlay here: Wayland lets no program place a window or leave the keyboard where it is. Install XWayland and start the assistant again.</source>
        <translation>这里无法显示悬浮条：Wayland 不允许程序摆放窗口，也不允许不抢占键盘焦点。请安装 XWayland，然后重新启动助手。</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>! Open network connections: {count}</source>
        <translation>! 打开的网络连接：{count}</translation>
    </message>
    <message>
        <source>Counted every two seconds, for the assistant and every program it started, from what the system tells. Only a model download, a language model and a command that calls an address open any.</source>
        <translation>每两秒根据系统信息统计助手及其启动的所有程序。只有下载模型、语言模型和访问网址的命令才会打开连接。</translation>
    </message>
    <message>
        <source>Delete everything that was said</source>
        <translation>删除所有说过的内容</translation>
    </message>
    <message>
        <source>Deleted for good. Texts: {count}</source>
        <translation>已彻底删除。文字：{count} 条</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>History, recordings, timings and the conversation with a language model.</source>
        <translation>历史、录音、用时记录以及与语言模型的对话。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Not all of it could be deleted: {why}</source>
        <translation>未能全部删除：{why}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the folder: {name}</source>
        <translation>打开文件夹：{name}</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Settings, words, commands</source>
        <translation>设置、词语、命令</translation>
    </message>
    <message>
        <source>This system does not tell which connections are open.</source>
        <translation>本系统不提供打开了哪些连接。</translation>
    </message>
    <message>
        <source>What can be made again</source>
        <translation>可重新生成的内容</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>所在位置</translation>
    </message>
    <message>
        <source>Yes, delete all of it for good</source>
        <translation>是的，全部彻底删除</translation>
    </message>
    <message>
        <source>✓ No network connection is open.</source>
        <translation>✓ 没有打开任何网络连接。</translation>
    </message>
</context>
<context>
    <name>ProfileEditor</name>
    <message>
        <source>* for anything, | between several</source>
        <translation>* 表示任意，多个用 | 隔开</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用程序</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>应用程序</translation>
    </message>
    <message>
        <source>As everywhere</source>
        <translation>与其他一致</translation>
    </message>
    <message>
        <source>Change to the window that you mean, within three seconds…</source>
        <translation>请在三秒内切换到所指的窗口…</translation>
    </message>
    <message>
        <source>How text is put in</source>
        <translation>文字输入方式</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>No window was in front.</source>
        <translation>前面没有窗口。</translation>
    </message>
    <message>
        <source>None yet: everything is as everywhere.</source>
        <translation>还没有：各处一致。</translation>
    </message>
    <message>
        <source>Pick a window…</source>
        <translation>选取窗口…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>This desktop does not tell which window is in front.</source>
        <translation>此桌面不提供前面是哪个窗口。</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>✓ {app}</source>
        <translation>✓ {app}</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Are you sure?</source>
        <translation>确定吗？</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Say “yes, I am sure”, or click. Anything else calls it off.</source>
        <translation>请说“确认执行”，或点击。说别的就取消。</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Dangerous commands are switched off</source>
        <translation>危险命令已关闭</translation>
    </message>
    <message>
        <source>Dangerous: say it by itself, word for word</source>
        <translation>危险命令：请单独、逐字说出</translation>
    </message>
    <message>
        <source>Kept, not typed</source>
        <translation>已保留，没有输入</translation>
    </message>
    <message>
        <source>Music or voices in the background</source>
        <translation>背景中有音乐或人声</translation>
    </message>
    <message>
        <source>No command is like that</source>
        <translation>没有这样的命令</translation>
    </message>
    <message>
        <source>No speech heard</source>
        <translation>没有听到说话</translation>
    </message>
    <message>
        <source>No words heard</source>
        <translation>没有听到文字</translation>
    </message>
    <message>
        <source>Not in a language you speak</source>
        <translation>不是您说的语言</translation>
    </message>
    <message>
        <source>Not said to the assistant</source>
        <translation>不是对助手说的</translation>
    </message>
    <message>
        <source>Not sure of it, so it was not typed</source>
        <translation>把握不大，没有输入</translation>
    </message>
    <message>
        <source>Nothing done</source>
        <translation>没有执行</translation>
    </message>
    <message>
        <source>That command does not work here</source>
        <translation>这条命令在这里不可用</translation>
    </message>
    <message>
        <source>That was the assistant itself</source>
        <translation>那是助手自己的声音</translation>
    </message>
    <message>
        <source>Yes?</source>
        <translation>在，请说</translation>
    </message>
</context>
<context>
    <name>RecognitionPage</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>RecoveredRecordings</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>丢弃(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>识别(&amp;R)</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>No words were heard in it.</source>
        <translation>里面没有听到话语。</translation>
    </message>
    <message>
        <source>Nothing was left undelivered.</source>
        <translation>没有遗留未输入的录音。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在识别…</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Recordings that never became text</source>
        <translation>尚未变成文字的录音</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>They wait here after a crash or a failure. Read them, then copy or discard them.</source>
        <translation>崩溃或失败之后，录音保留在这里。可以识别，然后复制或丢弃。</translation>
    </message>
    <message>
        <source>{time}, {seconds} s</source>
        <translation>{time}，{seconds} 秒</translation>
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
    <name>Sentences</name>
    <message>
        <source>After the wake phrase</source>
        <translation>说唤醒词之后</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>休眠</translation>
    </message>
    <message>
        <source>Asleep — say “wake up”</source>
        <translation>休眠中：说“醒来”</translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation>粤语</translation>
    </message>
    <message>
        <source>Commands only</source>
        <translation>只听命令</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
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
        <source>Japanese</source>
        <translation>日语</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>韩语</translation>
    </message>
    <message>
        <source>Left {key}</source>
        <translation>左 {key}</translation>
    </message>
    <message>
        <source>Mandarin</source>
        <translation>普通话</translation>
    </message>
    <message>
        <source>Microphone closed: it opens with the key</source>
        <translation>麦克风已关闭：按键时打开</translation>
    </message>
    <message>
        <source>Microphone closed: paused</source>
        <translation>麦克风已关闭：已暂停</translation>
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
        <source>Model: demonstration (English commands)</source>
        <translation>模型：演示（英文命令）</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation>模型：{name}</translation>
    </message>
    <message>
        <source>Paused — nothing is heard</source>
        <translation>已暂停：什么都不听</translation>
    </message>
    <message>
        <source>Push-to-talk</source>
        <translation>按键说话</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Ready — begin with the wake phrase</source>
        <translation>就绪：先说唤醒词</translation>
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
        <source>Ready — say a command</source>
        <translation>就绪：请说命令</translation>
    </message>
    <message>
        <source>Right {key}</source>
        <translation>右 {key}</translation>
    </message>
    <message>
        <source>Screen locked</source>
        <translation>屏幕已锁定</translation>
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
        <source>Thinking…</source>
        <translation>正在识别…</translation>
    </message>
    <message>
        <source>Typing…</source>
        <translation>正在输入…</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Changed by you</source>
        <translation>由你更改</translation>
    </message>
    <message>
        <source>Choose: {title}</source>
        <translation>选择：{title}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Reset: {title}</source>
        <translation>恢复：{title}</translation>
    </message>
    <message>
        <source>The system&apos;s default</source>
        <translation>系统默认</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>en</source>
        <translation>zh</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Changed: {title}</source>
        <translation>已更改：{title}</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{count} settings found</source>
        <translation>找到 {count} 项设置</translation>
    </message>
</context>
<context>
    <name>Sieve</name>
    <message>
        <source>&amp;Clear</source>
        <translation>清除(&amp;C)</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用程序</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Every application</source>
        <translation>所有应用程序</translation>
    </message>
    <message>
        <source>Every feeling</source>
        <translation>所有情绪</translation>
    </message>
    <message>
        <source>Every language</source>
        <translation>所有语言</translation>
    </message>
    <message>
        <source>Every outcome</source>
        <translation>所有结果</translation>
    </message>
    <message>
        <source>Every sound</source>
        <translation>所有声音</translation>
    </message>
    <message>
        <source>Feeling</source>
        <translation>情绪</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search: every word has to be in it</source>
        <translation>搜索：须包含每一个词</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
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
    <name>SoundStrip</name>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>停止(&amp;P)</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>Did you mean: {phrases}?</source>
        <translation>您是说：{phrases}？</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Ends by itself in {seconds} s</source>
        <translation>{seconds} 秒后自动结束</translation>
    </message>
    <message>
        <source>Hearing again</source>
        <translation>继续聆听</translation>
    </message>
    <message>
        <source>Hearing…</source>
        <translation>正在听…</translation>
    </message>
    <message>
        <source>Not typed</source>
        <translation>没有输入</translation>
    </message>
    <message>
        <source>Or: {text}</source>
        <translation>或者：{text}</translation>
    </message>
    <message>
        <source>Paused: the microphone is closed</source>
        <translation>已暂停：麦克风已关闭</translation>
    </message>
    <message>
        <source>Taken for: {phrase}</source>
        <translation>理解为：{phrase}</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>已输入</translation>
    </message>
    <message>
        <source>Typed into {app}</source>
        <translation>已输入到 {app}</translation>
    </message>
    <message>
        <source>Wait: the microphone is getting ready…</source>
        <translation>请稍候：麦克风正在准备…</translation>
    </message>
</context>
<context>
    <name>Teller</name>
    <message>
        <source>Hearing again.</source>
        <translation>继续聆听。</translation>
    </message>
    <message>
        <source>History goes on.</source>
        <translation>历史记录继续保存。</translation>
    </message>
    <message>
        <source>Nothing is kept from now on.</source>
        <translation>从现在起什么都不保留。</translation>
    </message>
    <message>
        <source>Paused: the microphone is closed.</source>
        <translation>已暂停：麦克风已关闭。</translation>
    </message>
    <message>
        <source>Paused: the microphone is closed. Take the tick away in the menu to speak.</source>
        <translation>已暂停：麦克风已关闭。要说话，请在菜单中取消勾选。</translation>
    </message>
    <message>
        <source>There is an answer: “Show the answer” in the menu</source>
        <translation>有一个回答：请在菜单中选择“显示回答”</translation>
    </message>
    <message>
        <source>This recording ends by itself in {seconds} s.</source>
        <translation>本次录音将在 {seconds} 秒后自动结束。</translation>
    </message>
    <message>
        <source>{count} recordings ({seconds} s) never became text: the history window has them</source>
        <translation>有 {count} 段录音（{seconds} 秒）尚未变成文字：可在历史记录窗口中找到</translation>
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
<context>
    <name>TextPage</name>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Try it: what is heard</source>
        <translation>试一试：听到的话</translation>
    </message>
    <message>
        <source>What would be written of this, with the settings and words as they are now:</source>
        <translation>按现在的设置和词语，会写成：</translation>
    </message>
    <message>
        <source>um I I I said it is twenty five comma right</source>
        <translation>嗯我我我说是二十五逗号对吧</translation>
    </message>
</context>
<context>
    <name>TranscribeWindow</name>
    <message>
        <source>&amp;Choose files…</source>
        <translation>选择文件(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Export as</source>
        <translation>导出为(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>复制(&amp;O)</translation>
    </message>
    <message>
        <source>Drop recordings here, of any length. They stay on this computer.</source>
        <translation>把录音拖到这里，长短不限。它们只留在这台电脑上。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>JSON with everything</source>
        <translation>包含全部信息的 JSON</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Recordings ({kinds})</source>
        <translation>录音 ({kinds})</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Subtitles (SubRip)</source>
        <translation>字幕 (SubRip)</translation>
    </message>
    <message>
        <source>Subtitles (WebVTT)</source>
        <translation>字幕 (WebVTT)</translation>
    </message>
    <message>
        <source>Table with times</source>
        <translation>带时间的表格</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Transcribe files</source>
        <translation>转写文件</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写入：{file}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>stopped at {part}</source>
        <translation>停在 {part}</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Assistant</source>
        <translation>语音助手</translation>
    </message>
</context>
<context>
    <name>TrialPage</name>
    <message>
        <source>&amp;Talk without the key</source>
        <translation>不用按键说话(&amp;T)</translation>
    </message>
    <message>
        <source>Click into the box, press the button below, and say:</source>
        <translation>点一下文本框，按下面的按钮，然后说：</translation>
    </message>
    <message>
        <source>Hearing…</source>
        <translation>正在听…</translation>
    </message>
    <message>
        <source>Hold {key}, say anything, in any of its languages, and let go.</source>
        <translation>按住 {key}，用它支持的任何语言说任何话，然后松开。</translation>
    </message>
    <message>
        <source>Hold {key}, say one of these, and let go:</source>
        <translation>按住 {key}，说下面的一句（英语），然后松开：</translation>
    </message>
    <message>
        <source>It heard “{text}”, but was not sure enough to type it. Say it again, a little slower.</source>
        <translation>听到的是“{text}”，但把握不够，没有输入。请再说一遍，慢一点。</translation>
    </message>
    <message>
        <source>It works: your words went from the microphone into this box.</source>
        <translation>成功了：您的话已从麦克风来到这个文本框里。</translation>
    </message>
    <message>
        <source>No words were heard. Speak after the key is down, and closer.</source>
        <translation>没有听到话语。请按下按键之后再说，靠近一些。</translation>
    </message>
    <message>
        <source>S&amp;top talking</source>
        <translation>说完了(&amp;T)</translation>
    </message>
    <message>
        <source>That was a command. Say something to be typed.</source>
        <translation>这是一条命令。请说要输入的话。</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>正在识别…</translation>
    </message>
    <message>
        <source>Your words appear here</source>
        <translation>您的话会出现在这里</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>&amp;Bring back</source>
        <translation>撤销删除(&amp;B)</translation>
    </message>
    <message>
        <source>Deleted: {count}. Gone for good in {left} s.</source>
        <translation>已删除 {count} 条，{left} 秒后无法恢复。</translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message>
        <source>The recording as a picture</source>
        <translation>录音波形</translation>
    </message>
</context>
<context>
    <name>WordEditor</name>
    <message>
        <source>All lines make sense. Not saved yet.</source>
        <translation>每一行都有效。尚未保存。</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save {title}</source>
        <translation>保存{title}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 处</translation>
    </message>
    <message>
        <source>{title} as it was</source>
        <translation>还原{title}</translation>
    </message>
</context>
<context>
    <name>WordEditors</name>
    <message>
        <source>/regular expression/ =&gt; text, from top to bottom</source>
        <translation>/正则表达式/ =&gt; 文字，自上而下</translation>
    </message>
    <message>
        <source>Names and terms</source>
        <translation>人名与术语</translation>
    </message>
    <message>
        <source>One a line, as it should be written: Kubernetes, Kaldi :3.5, Claude | cloud code</source>
        <translation>每行一个，照应写的样子：Kubernetes、Kaldi :3.5、Claude | cloud code</translation>
    </message>
    <message>
        <source>Replacements</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>Your own words</source>
        <translation>你自己的词语</translation>
    </message>
    <message>
        <source>what is heard =&gt; what is written</source>
        <translation>听到的 =&gt; 写成的</translation>
    </message>
    <message>
        <source>what is said alone =&gt; what is written, with {date}, {time}, {clipboard}</source>
        <translation>单独说出的 =&gt; 写成的，可用 {date}、{time}、{clipboard}</translation>
    </message>
</context>
</TS>
